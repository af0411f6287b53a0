/** Metrics, logs, traces, alerts, uptime, cost and status pages, in the form known-software.ts reads. */
export const OBSERVABILITY = `
prometheus | prom | monitoring, metrics, alerting, time series database
kube-prometheus-stack | kps, prometheus-operator, prometheus stack | monitoring, prometheus, grafana, alertmanager, metrics, alerting
kube-prometheus | - | monitoring, prometheus, alertmanager, metrics
prometheus-operator-crds | - | prometheus custom resources, servicemonitor, prometheusrule
prometheus-operator-admission-webhook | - | prometheus rule validation
alertmanager | - | alerting, alert routing, notifications
karma | - | alertmanager dashboard, alerting
prometheus-alertmanager-discord alertmanager-discord | - | alert notifications, discord
prometheus-msteams | - | alert notifications, microsoft teams
alertmanager-snmp-notifier | - | alert notifications, snmp traps
prometheus-adapter | - | custom metrics api, autoscaling metrics, hpa
prometheus-pushgateway pushgateway | - | push metrics, batch job metrics
prometheus-node-exporter node-exporter | - | host metrics, machine metrics, monitoring
prometheus-windows-exporter windows-exporter | - | windows metrics, host metrics
kube-state-metrics | ksm | kubernetes object metrics, cluster metrics, monitoring
metrics-server | - | resource metrics api, kubectl top, hpa, cpu usage
prometheus-blackbox-exporter blackbox-exporter | - | endpoint probing, uptime monitoring, http probe
prometheus-json-exporter json-exporter | - | json metrics, api scraping
prometheus-snmp-exporter snmp-exporter | - | network device monitoring, snmp metrics
prometheus-postgres-exporter postgres-exporter | - | postgres metrics, database monitoring
prometheus-mysql-exporter mysqld-exporter | - | mysql metrics, database monitoring
prometheus-mongodb-exporter mongodb-exporter | - | mongodb metrics, database monitoring
prometheus-redis-exporter redis-exporter | - | redis metrics, cache monitoring
prometheus-elasticsearch-exporter elasticsearch-exporter | - | elasticsearch metrics
prometheus-kafka-exporter kafka-exporter | - | kafka metrics, consumer lag
prometheus-rabbitmq-exporter rabbitmq-exporter | - | rabbitmq metrics, queue monitoring
prometheus-nats-exporter nats-exporter | - | nats metrics
prometheus-nginx-exporter nginx-exporter | - | nginx metrics, web server monitoring
prometheus-statsd-exporter statsd-exporter | - | statsd metrics
prometheus-cloudwatch-exporter cloudwatch-exporter | - | aws metrics, cloudwatch
prometheus-yet-another-cloudwatch-exporter yet-another-cloudwatch-exporter | yace | aws metrics, cloudwatch
prometheus-stackdriver-exporter stackdriver-exporter | - | google cloud metrics
azure-metrics-exporter | - | azure metrics, cloud monitoring
prometheus-ipmi-exporter ipmi-exporter | - | hardware monitoring
prometheus-smartctl-exporter smartctl-exporter | - | disk health, hardware monitoring
prometheus-pingmesh-exporter prometheus-ping-exporter ping-exporter | - | ping latency, network monitoring
dcgm-exporter | - | gpu metrics, nvidia, gpu monitoring
x509-certificate-exporter | - | certificate expiry, tls monitoring
ssl-exporter | - | certificate expiry, tls monitoring
node-problem-detector | npd | node health, kernel problems, node monitoring
kubernetes-event-exporter event-exporter | - | kubernetes events, event forwarding
eventrouter | - | kubernetes events, event logging
kspan | - | kubernetes events, tracing
thanos | - | long term metrics storage, highly available prometheus, monitoring
thanos-operator | - | long term metrics storage, prometheus
cortex | - | long term metrics storage, multi-tenant prometheus
mimir mimir-distributed | - | long term metrics storage, multi-tenant prometheus, monitoring
victoria-metrics-single | victoriametrics, vm single | time series database, metrics storage, monitoring, prometheus compatible
victoria-metrics-cluster | - | time series database, metrics storage, monitoring, prometheus compatible
victoria-metrics-k8s-stack | vm stack | monitoring, metrics, grafana, alerting, prometheus compatible
victoria-metrics-operator | - | monitoring operator, metrics, prometheus compatible
victoria-metrics-agent vmagent | - | metrics collector, scraping, remote write
victoria-metrics-alert vmalert | - | alerting rules, alerting
victoria-metrics-anomaly vmanomaly | - | anomaly detection, monitoring
victoria-logs-single victoria-logs victoria-logs-cluster | vlogs | log storage, log aggregation, log search
m3db m3db-operator | - | time series database, metrics storage
graphite | carbon | time series database, metrics storage, monitoring
statsd | - | metrics collector
telegraf telegraf-ds | - | metrics collector, monitoring agent
collectd | - | metrics collector, monitoring agent
chronograf | - | influxdb dashboard, visualization
kapacitor | - | influxdb alerting, stream processing
grafana | - | dashboards, visualization, monitoring, charts and graphs
grafana-operator | - | grafana operator, dashboards as code
k8s-monitoring grafana-k8s-monitoring | - | monitoring, metrics, logs, traces, grafana cloud
grafana-agent | - | metrics collector, log collector, trace collector
grafana-agent-operator | - | metrics collector, log collector
alloy | grafana alloy | opentelemetry collector, metrics collector, log collector, trace collector
grafana-oncall oncall | - | on call, incident response, alert routing
lgtm-distributed | lgtm | grafana, loki, tempo, mimir, observability
perses | - | dashboards, visualization, dashboards as code
grafana-image-renderer | - | dashboard screenshots
loki loki-distributed loki-simple-scalable | - | log aggregation, log storage, logging
loki-stack | plg | log aggregation, logging, promtail, grafana
promtail | - | log collector, log shipper, logging agent
fluentd fluentd-elasticsearch | - | log collector, log forwarding, logging agent
fluent-bit | - | log collector, log forwarding, logging agent
fluent-operator fluentbit-operator | - | logging operator, log collector
logging-operator | banzai logging | logging operator, log collector, log forwarding
logging-operator-logging | - | log collector, log forwarding
vector | - | log collector, log forwarding, observability pipeline
vector-agent vector-aggregator | - | log collector, log forwarding
logstash | - | log processing, log pipeline, log forwarding
filebeat | - | log collector, log shipper, logging agent
metricbeat | - | metrics collector, monitoring agent
heartbeat | - | uptime monitoring
auditbeat | - | audit logging, file integrity
packetbeat | - | network monitoring, packet capture
elastic-agent | - | log collector, metrics collector
fleet-server eck-fleet-server | - | elastic agent management
kibana | - | log dashboard, elasticsearch dashboard, visualization, log search
graylog | - | log management, log aggregation, log search, siem
syslog-ng axosyslog axosyslog-collector | - | syslog, log collector
rsyslog | - | syslog, log collector
seq | - | structured logs, log search, log server
splunk-connect-for-kubernetes splunk-kubernetes-logging | splunk | log forwarding, log collector
splunk-otel-collector | - | splunk, opentelemetry collector, log forwarding
splunk-operator | - | log management, siem
sumologic | - | log forwarding, metrics collector
logdna-agent logdna | - | log forwarding, log collector
papertrail | - | log forwarding
openobserve openobserve-standalone | - | log storage, observability, metrics, traces
parseable | - | log storage, log search
dozzle | - | container logs viewer, log viewer
kubetail | - | log viewer, pod logs
stern | - | pod logs, log tailing
goaccess | - | web log analysis
jaeger | - | distributed tracing, trace storage, apm
jaeger-operator | - | distributed tracing, tracing operator
tempo tempo-distributed | grafana tempo | distributed tracing, trace storage
tempo-vulture | - | tracing test
tempo-operator | - | distributed tracing, tracing operator
zipkin | - | distributed tracing, trace storage
opentelemetry-collector otel-collector | otelcol | opentelemetry, otlp, telemetry pipeline, trace collector, metrics collector
opentelemetry-operator otel-operator | - | opentelemetry, auto instrumentation, telemetry collector
opentelemetry-demo otel-demo | - | opentelemetry, sample application, tracing demo
opentelemetry-kube-stack | - | opentelemetry, kubernetes monitoring
opentelemetry-ebpf opentelemetry-ebpf-instrumentation beyla | obi | auto instrumentation, ebpf, tracing
signoz | - | application performance monitoring, apm, tracing, metrics, logs
skywalking | apache skywalking | application performance monitoring, apm, distributed tracing
pinpoint | - | application performance monitoring, apm
apm-server eck-apm-server | elastic apm | application performance monitoring, apm
uptrace | - | application performance monitoring, tracing, opentelemetry
hyperdx clickstack | - | observability, logs, traces, session replay
coroot coroot-ce | - | application performance monitoring, ebpf, service map
groundcover | - | ebpf observability, apm
pixie pixie-operator-chart pixie-operator | - | ebpf observability, application performance monitoring
odigos | - | auto instrumentation, opentelemetry, ebpf
kloudmate | - | observability agent
datadog datadog-agent | - | monitoring agent, apm, logs
datadog-operator | - | monitoring agent, apm
newrelic-bundle newrelic-infrastructure nri-bundle | new relic, nri | monitoring agent, apm
dynatrace-operator | dynatrace, oneagent | monitoring agent, apm
appdynamics | - | monitoring agent, apm
instana-agent | instana | monitoring agent, apm
honeycomb refinery | - | trace sampling, tracing
lightstep | - | distributed tracing
sentry | - | error tracking, crash reporting, exception monitoring
sentry-kubernetes | - | kubernetes events, error tracking
glitchtip | - | error tracking, crash reporting, sentry alternative
bugsink | - | error tracking
highlight | - | session replay, error tracking
checkmk | - | monitoring, infrastructure monitoring
zabbix | - | monitoring, infrastructure monitoring, alerting
nagios | - | monitoring, infrastructure monitoring
icinga icinga2 | - | monitoring, infrastructure monitoring
icingaweb2 | - | monitoring web interface
librenms | - | network monitoring, snmp
netdata | - | monitoring, realtime metrics, system performance
sensu sensu-go | - | monitoring, alerting
cadvisor | - | container metrics, resource usage
glances | - | system monitoring
goldpinger | - | network connectivity, cluster network debugging, node latency
smokeping | - | network latency monitoring
speedtest-tracker speedtest | - | internet speed monitoring
uptime-kuma | kuma uptime | uptime monitoring, status page, health checks
gatus | - | uptime monitoring, status page, health checks
statping statping-ng | - | uptime monitoring, status page
cachet | - | status page, incident communication
openstatus | - | uptime monitoring, status page
oneuptime | - | uptime monitoring, status page, on call
healthchecks | - | cron job monitoring, heartbeat monitoring
kuberhealthy | - | synthetic monitoring, cluster health checks
cloudprober | - | endpoint probing, synthetic monitoring
keep keephq | - | alert management, aiops
robusta | - | alert enrichment, kubernetes troubleshooting, alerting
holmes holmesgpt | - | ai troubleshooting, root cause analysis
k8sgpt k8sgpt-operator | - | ai troubleshooting, cluster diagnosis
botkube | - | chatops, slack notifications, kubernetes alerts
kubewatch | - | kubernetes events, slack notifications
pyroscope | phlare | continuous profiling, flame graphs
parca parca-agent | - | continuous profiling, flame graphs, ebpf
kepler | - | energy consumption, power metrics, sustainability
scaphandre | - | energy consumption, power metrics
kube-green | - | energy saving, scale down at night
opencost | - | cost monitoring, cost allocation, finops, cloud spend
kubecost cost-analyzer | - | cost monitoring, cost allocation, finops, cloud spend
krr | - | resource recommendations, rightsizing
goldilocks | - | resource recommendations, vpa, rightsizing
vpa vertical-pod-autoscaler | - | autoscaling, vertical pod autoscaler, rightsizing, resource recommendations
popeye | - | cluster linter, best practices, misconfiguration
sloth | - | slo, service level objectives, prometheus rules
pyrra | - | slo, service level objectives
nobl9-agent | - | slo, service level objectives
inspektor-gadget gadget | - | ebpf debugging, kubernetes troubleshooting
kubeshark mizu | - | api traffic viewer, network traffic, packet capture
hubble-ui hubble | - | network observability, service map
netobserv netobserv-operator | - | network observability, flow collector
retina | - | network observability, ebpf
akvorado | - | netflow collector, network flows
ntopng | - | network traffic monitoring
elastiflow | - | netflow collector, network flows
promlens | - | promql query builder
prom-label-proxy | - | multi-tenancy, prometheus proxy
trickster | - | prometheus cache, dashboard acceleration
promxy | - | prometheus proxy, prometheus federation
bosun | - | alerting
stackstorm stackstorm-ha | st2 | event driven automation, auto remediation, runbooks
rundeck | - | runbook automation, job scheduler
`;
