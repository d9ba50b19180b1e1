"""Whether a map stops at the purchase, as if nothing came after it."""

import unicodedata

from journeymap.model.findings import MomentOfTruth
from journeymap.model.journey import Journey
from journeymap.model.structure import Stage

# How words for buying begin, in the languages in which maps are drawn most.
PURCHASE: tuple[str, ...] = (
    *("purchas", "buy", "checkout", "order", "pay"),  # English
    *("kauf", "bestell", "bezahl"),  # German
    *("achat", "achet", "commande", "paiement"),  # French
    *("compra", "pago", "pedido"),  # Spanish
    *("satın", "satin", "sipariş", "ödeme"),  # Turkish
    *("покуп", "заказ", "оплат"),  # Russian
    *("خرید", "سفارش", "پرداخت"),  # Persian
    *("شراء", "الشراء", "الطلب", "الدفع"),  # Arabic
)


def stops_at(journey: Journey) -> Stage | None:
    """The stage of the purchase, where it holds touchpoints and no later stage does; None where the map goes on.

    The purchase is the first stage that is named like one or holds a first moment of truth.
    """
    bought = {truth.on for truth in journey.all(MomentOfTruth) if truth.type == "first"}
    bought |= {card.stage for card in journey.touchpoints if card.id in bought}
    used = {card.stage for card in journey.touchpoints}
    purchase = None
    for stage in journey.stages:
        if purchase is None:
            if stage.id in bought or is_purchase(stage.title):
                purchase = stage
        elif stage.id in used:
            return None
    return purchase if purchase is not None and purchase.id in used else None


def is_purchase(title: str) -> bool:
    """Whether a stage's title has a word for buying."""
    return any(word.startswith(PURCHASE) for word in unicodedata.normalize("NFKC", title).casefold().split())
