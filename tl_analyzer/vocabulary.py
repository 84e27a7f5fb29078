"""Closed vocabularies of the pain diary: regions of the body and signs."""

#: How the names (UID) of calendar events end that `tl plan` writes: what is read back is no news.
PLAN_UID = "@tl-analyzer"

REGIONS: dict[str, str] = {
    "thoracolumbar": "the junction itself, T10 to L2",
    "thoracic": "upper and middle back",
    "lumbar": "low back",
    "iliac_crest": "back part of the pelvic rim",
    "sacroiliac": "over the sacroiliac joint",
    "gluteal": "buttock",
    "groin": "groin",
    "flank": "side between ribs and pelvis",
    "abdomen": "belly",
    "hip": "hip, outer side included",
    "thigh": "thigh",
    "leg": "leg below the buttock",
    "knee": "knee",
    "foot": "foot or ankle",
    "neck": "neck",
    "shoulder": "shoulder",
    "other": "elsewhere",
}

#: Signs that call for emergency care when new.
EMERGENCY_SIGNS: dict[str, str] = {
    "saddle_numbness": "numbness where one sits on a saddle",
    "bladder_change": "new trouble holding or passing urine",
    "bowel_change": "new loss of bowel control",
    "leg_weakness_progressive": "leg weakness that is getting worse",
}

#: Signs that, taken together or with the whole picture, call for an examination.
CLINICIAN_SIGNS: dict[str, str] = {
    "leg_weakness": "leg weakness",
    "fever": "fever",
    "weight_loss": "weight loss that is not explained",
    "night_pain": "pain that wakes at night and does not ease with changing position",
    "cancer_history": "a history of cancer",
    "trauma": "a fall, crash or blow before it began",
    "osteoporosis": "known osteoporosis",
    "steroid_use": "long use of corticosteroids",
    "immunosuppression": "a weakened immune system, or injected drugs",
    "deformity": "a new visible deformity",
    "both_legs": "pain or tingling in both legs",
    "morning_stiffness": "long morning stiffness that eases with activity",
}

#: Movements and postures that bring the pain on.
PROVOKING_SIGNS: dict[str, str] = {
    "worse_after_sitting": "worse after sitting",
    "worse_standing_up": "worse when standing up from a chair",
    "worse_walking": "worse with long walking",
    "worse_standing": "worse with long standing",
    "worse_rolling_in_bed": "worse when rolling over in bed",
    "worse_squatting": "worse with squatting",
    "worse_side_bending": "worse with side bending",
    "worse_rotation": "worse with turning the trunk",
    "worse_extension": "worse with bending backwards",
    "worse_flexion": "worse with bending forwards",
    "worse_slouching": "worse in slouched sitting",
    "worse_after_training": "flares after hard training",
    "worse_deadlift": "brought on by deadlifts or swings",
    "worse_overhead": "brought on by overhead lifts",
    "worse_riding": "brought on by riding",
}

#: Findings of a self-check, and qualities of the pain.
OTHER_SIGNS: dict[str, str] = {
    "tender_crest_point": "a tender point on the pelvic rim, 7-8 cm from the spine",
    "tender_junction": "tender when pressed at the junction",
    "skin_rolling_tender": "skin over the crest is tender when rolled",
    "numbness": "numbness",
    "tingling": "tingling",
    "better_lying": "eases when lying down",
    "better_moving": "eases with moving",
}

SIGNS: dict[str, str] = EMERGENCY_SIGNS | CLINICIAN_SIGNS | PROVOKING_SIGNS | OTHER_SIGNS
