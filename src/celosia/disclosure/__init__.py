"""What can be proven about a hidden cell from what is published: the arithmetic of families of tables. Pure.

The attack is imported from its own module (`celosia.disclosure.attack`), since the solver and its arrays cost every build
0.3 seconds, and most builds have nothing new to prove.
"""

from celosia.disclosure.family import Equation, Family, Key, Knowledge

__all__ = ["Equation", "Family", "Key", "Knowledge"]
