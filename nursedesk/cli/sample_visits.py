"""`visits.jsonl` among the samples: made-up visits on paper, one a line, as `nursedesk import` reads them."""

import json
from typing import Any

DAY = "2026-01-14"
"""Long past, so that nothing of it is in the future wherever it is tried."""


def visits_jsonl() -> bytes:
    """Three visits in contract form, a line each."""
    visits = (
        _visit("PAPER-1", "ROE, Jane", "40 21 877", "K50.90", _bag("infliximab", "400", ("09:00", "11:15"))),
        _visit("PAPER-2", "LEE, Kim", "40 19 302", "G35.D", _bag("ocrelizumab", "600", ("09:30", "13:05"))),
        _visit("PAPER-3", "PATEL, Ravi", "40 23 019", "N10", _bag("cefazolin", "1000", ("10:00", "10:35"))),
    )
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in visits).encode()


def _visit(name: str, patient: str, mrn: str, diagnosis: str, *given: dict[str, Any]) -> dict[str, Any]:
    return {
        "schema": "nursedesk.encounter/1",
        "id": name,
        "setting": "outpatient_facility",
        "time_zone": "America/New_York",
        "patient": {"name": patient, "mrn": mrn},
        "accesses": [{"id": "A", "device": "peripheral", "site": "left forearm"}],
        "diagnoses": [diagnosis],
        "administrations": list(given),
    }


def _bag(drug: str, milligrams: str, times: tuple[str, str]) -> dict[str, Any]:
    begun, stopped = times
    return {
        "id": "1",
        "drug": drug,
        "route": "iv_infusion",
        "access": "A",
        "order_on_file": True,
        "container": "single_dose",
        "dose": {"amount": milligrams, "unit": "mg"},
        "opened": {"amount": milligrams, "unit": "mg"},
        "segments": [{"start": f"{DAY}T{begun}", "stop": f"{DAY}T{stopped}"}],
        "response": "tolerated",
    }
