/** Data pipelines, analytics, machine learning, notebooks and maps, in the form known-software.ts reads. */
export const DATA_AND_AI = `
airflow apache-airflow | - | workflow orchestration, data pipelines, etl, scheduler, dag
dagster | - | data orchestration, data pipelines, etl
prefect-server prefect | - | workflow orchestration, data pipelines
prefect-worker prefect-agent | - | workflow orchestration, worker
luigi azkaban oozie | - | workflow orchestration, batch jobs
mage-ai | - | data pipelines, etl
nifi apache-nifi nifikop | - | data flow, data pipelines, etl
streamsets data-collector | - | data pipelines, etl
airbyte | - | data integration, etl, elt, connectors
meltano singer | - | data integration, elt
dbt dbt-docs | - | data transformation, analytics engineering
seatunnel | - | data integration, etl
hop apache-hop pentaho | - | data integration, etl
benthos redpanda-connect | - | stream processing, data pipelines
spark | apache spark | big data processing, batch processing
spark-operator | - | spark jobs, big data processing
spark-history-server | - | spark job history
livy | - | spark rest api
flink | apache flink | stream processing, realtime processing
flink-kubernetes-operator flink-operator | - | stream processing, flink jobs
beam apache-beam | - | stream processing, batch processing
storm apache-storm | - | stream processing
heron | - | stream processing
materialize materialize-operator | - | streaming database, realtime views
risingwave risingwave-operator | - | streaming database, stream processing
ksqldb cp-ksql-server ksql | - | stream processing, streaming sql
arroyo | - | stream processing
snowplow | - | event collection, web analytics, data collection
rudderstack rudder-server | - | customer data platform, event collection, segment alternative
jitsu | - | event collection, customer data platform
unomi | - | customer data platform
superset apache-superset | - | business intelligence, data visualization, dashboards, sql analytics
metabase | - | business intelligence, data visualization, dashboards, reporting
redash | - | business intelligence, data visualization, sql queries
lightdash | - | business intelligence, data visualization
cube cubejs | - | semantic layer, analytics api
rill evidence | - | business intelligence, dashboards
jasperreports jasperreports-server | - | reporting, business intelligence
knowage birt | - | reporting, business intelligence
posthog | - | product analytics, session replay, feature flags
matomo piwik | - | web analytics, google analytics alternative
plausible plausible-analytics | - | web analytics, google analytics alternative
umami | - | web analytics, google analytics alternative
countly | - | product analytics, mobile analytics
goatcounter fathom ackee shynet | - | web analytics
open-web-analytics | owa | web analytics
openreplay | - | session replay, product analytics
datahub | - | data catalog, metadata, data discovery
openmetadata | - | data catalog, metadata, data discovery
amundsen | - | data catalog, metadata, data discovery
apache-atlas | - | data governance, metadata
marquez | - | data lineage, metadata
ranger | apache ranger | data access control, data governance
ckan | - | open data portal, data catalog
dataverse | - | research data repository
invenio invenio-rdm zenodo | - | research data repository
dspace | - | institutional repository, digital library
great-expectations soda | - | data quality
jupyterhub | jhub | notebooks, multi-user jupyter, data science
jupyter jupyterlab jupyter-notebook | - | notebooks, data science
binderhub binder | - | notebooks, reproducible environments
zeppelin | - | notebooks, data science, spark
rstudio rstudio-server posit-workbench rstudio-workbench | - | r ide, statistics, data science
posit-connect rstudio-connect | - | data science publishing
posit-package-manager rstudio-pm | - | r packages, python packages
shiny shinyproxy shiny-server | - | r applications, data apps
streamlit gradio | - | data apps, machine learning demo
deepnote hex marimo | - | notebooks
polynote | - | notebooks
onyxia | - | data science platform, notebooks
domino | - | data science platform
dask dask-gateway daskhub dask-kubernetes-operator | - | parallel computing, distributed python
ray ray-cluster | - | distributed computing, machine learning, model training
kuberay-operator kuberay-apiserver | kuberay | distributed computing, ray operator, machine learning
kubeflow | - | machine learning platform, mlops, pipelines
kubeflow-pipelines kfp | - | machine learning pipelines, mlops
training-operator kubeflow-trainer | - | model training, distributed training
mpi-operator | - | distributed training, high performance computing
katib | - | hyperparameter tuning, automl
kserve kfserving | - | model serving, inference, mlops
seldon-core seldon-core-operator seldon-core-v2-setup | seldon | model serving, inference, mlops
mlflow | - | experiment tracking, model registry, mlops
wandb wandb-operator | weights and biases | experiment tracking, mlops
clearml clearml-serving clearml-agent | - | experiment tracking, mlops, model training
aim comet | - | experiment tracking
determined determined-ai | - | model training, deep learning platform
polyaxon | - | machine learning platform, mlops
metaflow metaflow-service | - | machine learning pipelines, mlops
flyte flyte-core flyte-binary | - | workflow orchestration, machine learning pipelines
zenml | - | machine learning pipelines, mlops
pachyderm | - | data pipelines, data versioning
feast | - | feature store, machine learning
bentoml yatai | - | model serving, mlops
triton tritoninferenceserver | nvidia triton | model serving, inference, gpu
tensorflow-serving tf-serving | - | model serving, inference
torchserve | - | model serving, inference, pytorch
tensorboard | - | training visualization
label-studio | - | data labeling, annotation
cvat | - | image annotation, data labeling
doccano argilla | - | text annotation, data labeling
fiftyone fiftyone-teams-app | - | dataset visualization
h2o h2o3 | - | machine learning, automl
ollama | - | llm server, run language models, local ai
open-webui | ollama webui | llm chat, chatgpt alternative, ai chat interface
vllm vllm-stack | - | llm serving, inference
llm-d llm-d-modelservice | - | llm serving, distributed inference
text-generation-inference tgi | - | llm serving, inference
text-embeddings-inference tei | - | embeddings, inference
sglang lmdeploy | - | llm serving, inference
aibrix kaito kaito-workspace | - | llm serving, inference
localai | - | llm server, openai compatible api, local ai
llama-cpp | - | llm server, local ai
litellm litellm-helm | - | llm gateway, openai proxy, ai gateway
ai-gateway envoy-ai-gateway ai-gateway-helm | - | llm gateway, ai gateway
one-api new-api bifrost portkey | - | llm gateway, openai proxy
kagent kagent-crds | - | ai agents, agent framework
toolhive toolhive-operator | - | mcp servers, ai tools
langfuse | - | llm observability, llm tracing, prompt management
phoenix arize-phoenix phoenix-helm | - | llm observability, llm tracing
langsmith | - | llm observability, llm tracing
helicone | - | llm observability
langflow langflow-ide | - | llm application builder, ai agents
flowise | - | llm application builder, ai agents
dify | - | llm application builder, ai agents, rag
librechat | - | ai chat interface, chatgpt alternative
lobe-chat chatbot-ui anythingllm big-agi | - | ai chat interface, chatgpt alternative
ragflow | - | rag, document question answering
privategpt | - | rag, document question answering, local ai
letta autogen crewai | - | ai agents
stable-diffusion stable-diffusion-webui automatic1111 | - | image generation, text to image
comfyui invokeai | - | image generation, text to image
whisper whisper-asr faster-whisper wyoming-whisper | - | speech to text, transcription
libretranslate | - | machine translation
languagetool | - | grammar checker, spell checker
tika apache-tika tika-server | - | text extraction, document parsing
unstructured docling docling-serve | - | document parsing, text extraction
gotenberg | - | pdf conversion, document conversion
stirling-pdf | - | pdf tools, edit pdf
imgproxy thumbor imaginary | - | image resizing, image processing
slurm slurm-operator slinky | - | high performance computing, batch jobs, job scheduler
openpbs htcondor | - | high performance computing, batch jobs
nextflow cromwell wes | - | bioinformatics workflows
galaxy | - | bioinformatics workflows, data analysis
geoserver | - | map server, gis, geospatial data
mapserver qgis-server | - | map server, gis
tileserver-gl tileserver martin | - | map tiles, map server
nominatim photon pelias | - | geocoding, address search
osrm valhalla graphhopper openrouteservice | - | route planning, navigation
overpass openstreetmap openstreetmap-tile-server | osm tiles | map data
traccar | - | gps tracking, vehicle tracking
orion-ld scorpio | fiware | context broker, iot, smart city
thingsboard | - | iot platform, device management
chirpstack | - | lorawan, iot
things-stack lorawan-stack | ttn | lorawan, iot
ditto eclipse-ditto hono eclipse-hono | - | digital twins, iot
openremote kaa magistrala mainflux | - | iot platform
edgex edgexfoundry | - | edge computing, iot
hyperledger-fabric hlf-operator hlf-peer hlf-orderer hlf-ca | hlf, fabric | blockchain, distributed ledger
besu quorum | - | ethereum, blockchain node
geth ethereum erigon nethermind lighthouse prysm teku | eth | ethereum, blockchain node
bitcoin bitcoind bitcoin-core | btc | blockchain node, cryptocurrency
btcpayserver btcpay lnd | - | bitcoin payments, lightning network
substrate polkadot node-substrate | - | blockchain node
solana avalanche cosmos | - | blockchain node
the-graph graph-node | - | blockchain indexing, graphql
`;
