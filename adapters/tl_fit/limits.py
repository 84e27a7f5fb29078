"""Bounds on what is read, and facts of the FIT format; cuts of judgement are in ``cuts.toml``."""

#: Largest file read [bytes]. A day at 1 Hz with every sensor stays below 20 MB.
MAX_BYTES = 200 * 1024 * 1024

#: Definitions and messages walked in one file. [1] Three days at 1 Hz with beat-to-beat
#: intervals and a private message each second stay below; a file made to exhaust does not.
MAX_FRAMES = 1_500_000

#: Events, laps and summaries kept from one file. [1] The busiest real ride known has some 600.
MAX_MESSAGES = 100_000

#: FIT times below this count from power-on, by the FIT definition of ``date_time`` [s].
EARLIEST_FIT_S = 0x1000_0000

#: FIT times are unsigned 32 bit, and the last value means "none" [s].
LATEST_FIT_S = 0xFFFF_FFFE

#: Civil time zones lie within this distance of UTC [s] ...
LARGEST_OFFSET_S = 14 * 3600

#: ... and on multiples of this [s].
OFFSET_STEP_S = 15 * 60

#: Most repetitions of one set that a log takes. [1]
MOST_REPS = 10_000

#: Rounds of the short times of monitoring: 16 bit [s].
SHORT_TIME_S = 1 << 16

#: Heaviest weighing taken [kg]: what the field of a scale can hold.
HEAVIEST_KG = 655.35
