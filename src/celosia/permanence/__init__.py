"""What keeps the promise when something must change: write addresses down, move a thing, withdraw a thing. Writes files.

Each builds the site before and after, and takes from the difference what became of every address: nothing is guessed by name.
"""

from celosia.permanence.building import Bench
from celosia.permanence.moving import move
from celosia.permanence.recording import record
from celosia.permanence.withdrawing import Order, withdraw

__all__ = ["Bench", "Order", "move", "record", "withdraw"]
