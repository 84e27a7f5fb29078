"""Every number this adapter decides by, each with its reason.

They say how a recording is *read* (when a wheel stands still, when a clock is wrong); what
the posture then means for the back is not decided here.
"""

#: Largest file read [bytes]. A day at 1 Hz with every sensor stays below 20 MB.
MAX_BYTES = 200 * 1024 * 1024

#: Definitions and messages walked in one file. [1] Three days at 1 Hz with beat-to-beat
#: intervals and a private message each second stay below; a file made to exhaust does not.
MAX_FRAMES = 1_500_000

#: Events, laps and summaries kept from one file. [1] The busiest real ride known has some 600.
MAX_MESSAGES = 100_000

#: A silence between two records longer than this is not riding [s]. Smart recording writes
#: at least every 20 s or so while the wheel turns.
GAP_S = 60

#: Slower than this the wheel stands [m/s]: nobody balances at 1.8 km/h, and a receiver at
#: rest drifts below it.
STANDSTILL_MPS = 0.5

#: A standstill shorter than this is a track stand or a hole in the signal [s].
STANDSTILL_S = 5

#: Without any speed (rollers, a bare trainer) only pedalling shows that somebody rides; that
#: long without it, the rider rests [s]. Shorter is coasting.
UNPEDALLED_S = 60

#: Pedalling sensors report zero between two slow turns of the crank: that is no coasting [s].
COASTING_S = 3

#: A record further than this from the median of its activity has a wrong clock [s].
CLOCK_SPAN_S = 2 * 86_400

#: FIT times below this count from power-on, by the FIT definition of ``date_time`` [s].
EARLIEST_FIT_S = 0x1000_0000

#: FIT times are unsigned 32 bit, and the last value means "none" [s].
LATEST_FIT_S = 0xFFFF_FFFE

#: Civil time zones lie within this distance of UTC [s] ...
LARGEST_OFFSET_S = 14 * 3600

#: ... and on multiples of this [s].
OFFSET_STEP_S = 15 * 60

#: Heaviest weighing taken [kg]: what the field of a scale can hold.
HEAVIEST_KG = 655.35
