"""Emergency signs and red-flag pictures lead to care, named and calmly worded."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tl_analyzer.advice.referral import refer
from tl_analyzer.finding import Flag
from tl_analyzer.load.picture import Picture

SUNDAY = date(2026, 11, 15)

FlagMaker = Callable[..., Flag]
PictureMaker = Callable[..., Picture]


def test_no_referral_without_a_flag_that_asks_for_care(
    flag: FlagMaker, picture: PictureMaker
) -> None:
    known = picture(signs={SUNDAY: ("night_pain",)})
    assert refer((flag("TL101"), flag("TL701")), known) is None


def test_emergency_signs_lead_to_emergency_care_now(flag: FlagMaker, picture: PictureMaker) -> None:
    known = picture(signs={SUNDAY: ("saddle_numbness", "worse_walking", "bladder_change")})
    referral = refer((flag("TL101"), flag("TL901")), known)
    assert referral is not None
    assert referral.level == "emergency"
    assert referral.because == ("TL901",)
    assert referral.signs == ("saddle_numbness", "bladder_change")
    assert "emergency care now" in referral.message


def test_other_red_flags_lead_to_a_clinician_first(flag: FlagMaker, picture: PictureMaker) -> None:
    known = picture(signs={SUNDAY: ("fever", "weight_loss")})
    referral = refer((flag("TL902"),), known)
    assert referral is not None
    assert referral.level == "clinician"
    assert referral.signs == ("fever", "weight_loss")
    assert "clinician before using any plan" in referral.message


def test_the_more_urgent_level_wins_and_both_are_named(
    flag: FlagMaker, picture: PictureMaker
) -> None:
    known = picture(signs={SUNDAY: ("fever", "bowel_change")})
    referral = refer((flag("TL902"), flag("TL901")), known)
    assert referral is not None
    assert referral.level == "emergency"
    assert referral.because == ("TL901", "TL902")
    assert referral.signs == ("bowel_change", "fever")


def test_signs_of_this_week_are_named_before_older_ones(
    flag: FlagMaker, picture: PictureMaker
) -> None:
    old = SUNDAY - timedelta(days=20)
    known = picture(signs={old: ("fever",), SUNDAY: ("trauma",)})
    referral = refer((flag("TL902"),), known)
    assert referral is not None
    assert referral.signs == ("trauma",)
    known = picture(signs={old: ("fever",)})
    referral = refer((flag("TL902"),), known)
    assert referral is not None
    assert referral.signs == ("fever",)


@pytest.mark.parametrize("code", ["TL901", "TL902"])
def test_a_referral_is_calm(code: str, flag: FlagMaker, picture: PictureMaker) -> None:
    referral = refer((flag(code),), picture())
    assert referral is not None
    assert "!" not in referral.message
    assert not re.search(r"diagnos|danger|risk|\d %", referral.message, re.IGNORECASE)
