"""Reads a file of OTLP/JSON lines, the argument, by the protocol's own definitions beside this file.

Unknown members are mistakes. Each line is read as what a collector takes over HTTP
(ExportLogsServiceRequest) and as what a file holds (LogsData). Prints how many lines and records there
were.
"""

import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PROTOS = [
    "opentelemetry/proto/common/v1/common.proto",
    "opentelemetry/proto/resource/v1/resource.proto",
    "opentelemetry/proto/logs/v1/logs.proto",
    "opentelemetry/proto/collector/logs/v1/logs_service.proto",
]
with tempfile.TemporaryDirectory() as folder:
    subprocess.run(["protoc", "-I", HERE, "--python_out=" + folder, *PROTOS], check=True)
    sys.path.insert(0, folder)
    from google.protobuf import json_format
    from opentelemetry.proto.collector.logs.v1 import logs_service_pb2
    from opentelemetry.proto.logs.v1 import logs_pb2


def known(value):
    """Every value has to hold something, and a name stands once in a list of attributes."""
    kind = value.WhichOneof("value")
    assert kind is not None, value
    if kind == "kvlist_value":
        attributes(value.kvlist_value.values)
    if kind == "array_value":
        for item in value.array_value.values:
            known(item)


def attributes(items):
    names = [item.key for item in items]
    assert len(names) == len(set(names)) and all(names), names
    for item in items:
        known(item.value)


lines = records = 0
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    text = file.read()
assert text.endswith("\n")
for line in text.split("\n")[:-1]:
    lines += 1
    request = json_format.Parse(line, logs_service_pb2.ExportLogsServiceRequest())
    data = json_format.Parse(line, logs_pb2.LogsData())
    assert request.SerializeToString() == data.SerializeToString()
    for resource in data.resource_logs:
        attributes(resource.resource.attributes)
        for scope in resource.scope_logs:
            for record in scope.log_records:
                records += 1
                attributes(record.attributes)
                assert record.event_name and record.severity_number and record.body.string_value
print(lines, records)
