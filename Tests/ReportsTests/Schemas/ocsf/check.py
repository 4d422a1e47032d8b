"""Checks a file of JSON lines, the argument, against detection_finding.json beside this file.

Every attribute has to be known, of its type, of its enum's values and, where it belongs to a profile,
of a profile that the event names; required ones and those of constraints have to be there; the text
beside an enum's number has to be the number's caption. Mistakes are printed, one a line.
"""

import json
import os
import re
import sys

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "detection_finding.json")) as file:
    SCHEMA = json.load(file)
TYPES = SCHEMA["types"]


def scalar(value, kind, where, errors):
    """Checks a value that is no object: its JSON type, then what its OCSF type narrows it to."""
    base = kind
    while base in TYPES and "type" in TYPES[base]:
        base = TYPES[base]["type"]
    python = {"boolean_t": bool, "integer_t": int, "long_t": int, "float_t": (int, float), "string_t": str}
    if base == "json_t":
        return
    if not isinstance(value, python[base]) or isinstance(value, bool) and base != "boolean_t":
        errors.append(f"{where}: {value!r} is no {kind}")
        return
    if base == "integer_t" and not -(2**31) <= value < 2**31 and kind == "integer_t":
        errors.append(f"{where}: {value} is too large")
    rules = TYPES[kind]
    if "regex" in rules and not re.search(rules["regex"], value):
        errors.append(f"{where}: {value!r} does not look like {kind}")
    if "max_len" in rules and len(value) > rules["max_len"]:
        errors.append(f"{where}: longer than {rules['max_len']}")
    if "range" in rules and not rules["range"][0] <= value <= rules["range"][1]:
        errors.append(f"{where}: {value} is not in {rules['range']}")


def attribute(value, rule, where, profiles, errors):
    if rule["type"] == "object_t":
        thing(value, SCHEMA["objects"].get(rule["object_type"]), where, profiles, errors)
        return
    scalar(value, rule["type"], where, errors)
    if "enum" in rule and str(value) not in rule["enum"]:
        errors.append(f"{where}: {value!r} is not in the enum")


def thing(value, schema, where, profiles, errors):
    """Checks an object or the event itself."""
    if schema is None:
        errors.append(f"{where}: an object that is not among the copied ones")
        return
    if not isinstance(value, dict):
        errors.append(f"{where}: no object")
        return
    attributes = schema["attributes"]
    applies = {k: r for k, r in attributes.items() if r.get("profile") is None or r["profile"] in profiles}
    # `object` itself has no attributes: whatever is in it is the producer's.
    for name in value if attributes else []:
        rule = applies.get(name)
        if rule is None:
            known = "of a profile that is not named" if name in attributes else "unknown"
            errors.append(f"{where}.{name}: {known}")
            continue
        if rule.get("@deprecated"):
            errors.append(f"{where}.{name}: deprecated")
        items = value[name]
        if rule.get("is_array") and not isinstance(items, list):
            errors.append(f"{where}.{name}: no array")
            continue
        for index, item in enumerate(items if rule.get("is_array") else [items]):
            place = f"{where}.{name}" + (f"[{index}]" if rule.get("is_array") else "")
            attribute(item, rule, place, profiles, errors)
        sibling = rule.get("sibling")
        if "enum" in rule and sibling in value and str(items) in rule["enum"] and str(items) != "99":
            if value[sibling] != rule["enum"][str(items)]:
                errors.append(f"{where}.{sibling}: {value[sibling]!r} is not the caption of {items}")
    for name, rule in applies.items():
        if rule["requirement"] == "required" and name not in value:
            errors.append(f"{where}.{name}: required")
    constraints = schema.get("constraints", {})
    if "at_least_one" in constraints and not any(name in value for name in constraints["at_least_one"]):
        errors.append(f"{where}: none of {constraints['at_least_one']}")
    if "just_one" in constraints and sum(name in value for name in constraints["just_one"]) != 1:
        errors.append(f"{where}: not just one of {constraints['just_one']}")


def main():
    errors = []
    with open(sys.argv[1], "rb") as file:
        lines = file.read().split(b"\n")
    if lines.pop():
        errors.append("the last line has no end")
    for number, line in enumerate(lines, 1):
        event = json.loads(line)
        where = f"line {number}"
        thing(event, SCHEMA["class"], where, event.get("metadata", {}).get("profiles", []), errors)
        if event.get("metadata", {}).get("version") != SCHEMA["version"]:
            errors.append(f"{where}: another version of the schema")
        if event.get("type_uid") != event.get("class_uid", 0) * 100 + event.get("activity_id", 0):
            errors.append(f"{where}.type_uid: not made of the class and the activity")
    print("\n".join(errors))
    return 1 if errors else 0


sys.exit(main())
