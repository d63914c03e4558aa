"""Why a condition has the truth that it has: one walk, of which evidence, unknown facts and sufficient reasons are readings."""

from .account import Account, Accounts, DerivedAccount, ElementAccount, GroupAccount, LeafAccount, ListAccount
from .why import FEW, OpenWay, Ways, Why, together, why_of

__all__ = [
    "FEW",
    "Account",
    "Accounts",
    "DerivedAccount",
    "ElementAccount",
    "GroupAccount",
    "LeafAccount",
    "ListAccount",
    "OpenWay",
    "Ways",
    "Why",
    "together",
    "why_of",
]
