"""How long a stranger's rule may take, and how much it may say."""

from typing import Final

#: How long a rule may look at a week: ten thousand times what a shipped one takes. [s]
LOOK_S: Final = 5.0
#: Most facts of a flag. [1]
MOST_FACTS: Final = 20
#: Most sessions of a fact. [1]
MOST_SESSIONS: Final = 50
#: Longest text of a verdict. [characters]
LONGEST_TEXT: Final = 600
#: How much is repeated of a word that is wrong. [characters]
LONGEST_WORD: Final = 80
