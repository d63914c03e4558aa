"""The knowledge base: what policy owners write, loaded and checked."""

from .load import load_knowledge_base
from .model import KnowledgeBase

__all__ = ["KnowledgeBase", "load_knowledge_base"]
