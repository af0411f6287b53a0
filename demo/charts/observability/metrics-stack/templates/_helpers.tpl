{{- define "metrics-stack.name" -}}
{{- printf "%s-%s" .Release.Name (default "metrics" .Values.nameOverride) | trunc 26 | trimSuffix "-" -}}
{{- end -}}

{{- define "metrics-stack.labels" -}}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: metrics-stack
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}
