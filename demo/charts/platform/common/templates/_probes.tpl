{{/*
A probe without its `enabled` switch.
Usage: {{ include "common.probe" (dict "probe" .Values.livenessProbe "handler" (dict "httpGet" (dict "path" "/" "port" "http"))) }}
*/}}
{{- define "common.probe" -}}
{{- if .probe.enabled -}}
{{ merge (omit .probe "enabled") .handler | toYaml }}
{{- end -}}
{{- end -}}
