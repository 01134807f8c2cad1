"""People in a text: `finder.find_people` is the door; what its modules hand on is `mention`'s records."""
