"""The shipped rules, as a rule book like any other.

The order is the order of judging: TL503 and TL601 look at the flags raised before them, and no
rule looks at those that refer to a clinician, which come last.
"""

from tl_analyzer.plugins.group import RULES as DOOR
from tl_analyzer.plugins.rule_books import RuleBook
from tl_analyzer.reference import shipped_text
from tl_analyzer.rules import (
    tl101_hinge_dose_above_usual,
    tl102_near_maximal_hinge_day,
    tl103_heavy_hinge_after_layoff,
    tl104_heavy_hinge_back_to_back,
    tl105_ballistic_hinge_volume,
    tl201_overhead_dose_above_usual,
    tl202_overhead_on_a_stiff_thorax,
    tl301_long_unbroken_flexed_riding,
    tl302_flexed_ride_straight_from_the_desk,
    tl303_flexed_time_above_usual,
    tl304_high_weekly_distance,
    tl305_desk_without_breaks,
    tl401_desk_straight_into_heavy_lifting,
    tl402_heavy_hinge_after_long_ride,
    tl403_heavy_hinge_soon_after_waking,
    tl501_rotation_volume_above_usual,
    tl502_loaded_flexion_volume_above_usual,
    tl503_two_channels_within_48_h,
    tl601_no_supporting_work_logged,
    tl701_referred_pain_pattern,
    tl702_pain_rises_with_load,
    tl703_pain_persists,
    tl801_unit_not_stated,
    tl802_exercises_not_recognised,
    tl803_history_too_short,
    tl804_desk_time_assumed,
    tl805_riding_position_assumed,
    tl806_input_incomplete,
    tl901_emergency_signs,
    tl902_see_a_clinician_first,
)
from tl_analyzer.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    tl101_hinge_dose_above_usual.RULE,
    tl102_near_maximal_hinge_day.RULE,
    tl103_heavy_hinge_after_layoff.RULE,
    tl104_heavy_hinge_back_to_back.RULE,
    tl105_ballistic_hinge_volume.RULE,
    tl201_overhead_dose_above_usual.RULE,
    tl202_overhead_on_a_stiff_thorax.RULE,
    tl301_long_unbroken_flexed_riding.RULE,
    tl302_flexed_ride_straight_from_the_desk.RULE,
    tl303_flexed_time_above_usual.RULE,
    tl304_high_weekly_distance.RULE,
    tl305_desk_without_breaks.RULE,
    tl401_desk_straight_into_heavy_lifting.RULE,
    tl402_heavy_hinge_after_long_ride.RULE,
    tl403_heavy_hinge_soon_after_waking.RULE,
    tl501_rotation_volume_above_usual.RULE,
    tl502_loaded_flexion_volume_above_usual.RULE,
    tl503_two_channels_within_48_h.RULE,
    tl701_referred_pain_pattern.RULE,
    tl702_pain_rises_with_load.RULE,
    tl703_pain_persists.RULE,
    tl601_no_supporting_work_logged.RULE,
    tl801_unit_not_stated.RULE,
    tl802_exercises_not_recognised.RULE,
    tl803_history_too_short.RULE,
    tl804_desk_time_assumed.RULE,
    tl805_riding_position_assumed.RULE,
    tl806_input_incomplete.RULE,
    tl901_emergency_signs.RULE,
    tl902_see_a_clinician_first.RULE,
)


def rule_book() -> RuleBook:
    """The shipped rules with their bibliography; their marks are a set that profiles can choose."""
    return RuleBook(contract=DOOR.contract, rules=RULES, references=shipped_text())
