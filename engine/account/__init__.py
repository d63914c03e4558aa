"""Why a condition has the truth that it has: one walk, of which evidence, unknown facts and sufficient reasons are readings."""

from .account import Account, Accounts, DerivedAccount, ElementAccount, GroupAccount, LeafAccount, ListAccount
from .why import FEW, Way, Ways, Why, together, why_of

__all__ = [
    "FEW",
    "Account",
    "Accounts",
    "DerivedAccount",
    "ElementAccount",
    "GroupAccount",
    "LeafAccount",
    "ListAccount",
    "Way",
    "Ways",
    "Why",
    "together",
    "why_of",
]
