{{/*
The Deployment of one component.
Usage: {{ include "argo-cd.component" (dict "context" $ "name" "server" "command" "argocd-server" "settings" .Values.server) }}
*/}}
{{- define "argo-cd.component" -}}
{{- $name := printf "%s-%s" (include "common.fullname" .context) .name -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $name }}
  labels:
    {{- include "common.labels" .context | nindent 4 }}
    app.kubernetes.io/component: {{ .name }}
spec:
  replicas: {{ .settings.replicas }}
  selector:
    matchLabels:
      {{- include "common.selectorLabels" .context | nindent 6 }}
      app.kubernetes.io/component: {{ .name }}
  template:
    metadata:
      labels:
        {{- include "common.labels" .context | nindent 8 }}
        app.kubernetes.io/component: {{ .name }}
    spec:
      containers:
        - name: {{ .name }}
          image: {{ .context.Values.global.image.repository }}:{{ .context.Values.global.image.tag | default .context.Chart.AppVersion }}
          command: [{{ .command }}]
          env:
            - name: ARGOCD_LOG_LEVEL
              value: {{ .context.Values.global.logging.level }}
            {{- range $key, $value := .settings.env }}
            - name: {{ $key }}
              value: {{ $value | quote }}
            {{- end }}
          resources: {{- toYaml .settings.resources | nindent 12 }}
{{- end -}}
