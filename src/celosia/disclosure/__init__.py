"""What can be proven about a hidden cell from what is published: the arithmetic of families of tables. Pure."""

from celosia.disclosure.family import Equation, Family, Key, Knowledge

__all__ = ["Equation", "Family", "Key", "Knowledge"]
