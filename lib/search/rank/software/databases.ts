/** Databases, caches, queues, search engines and what tends them, in the form known-software.ts reads. */
export const DATABASES = `
postgresql | postgres, pg, pgsql, psql | relational database, sql database
mysql | - | relational database, sql database
mariadb | maria | relational database, sql database, mysql compatible
mariadb-galera galera | - | relational database, mysql cluster, multi-master replication
percona-xtradb-cluster pxc-db pxc | xtradb | mysql cluster, galera, relational database
percona-server-mysql ps-db | ps mysql | mysql cluster, relational database
pxc-operator percona-xtradb-cluster-operator | - | mysql operator, database operator
ps-operator percona-server-mysql-operator | - | mysql operator, database operator
pg-operator percona-postgresql-operator | - | postgres operator, database operator
pg-db percona-postgresql-db | - | postgres cluster, relational database
psmdb-operator percona-server-mongodb-operator | - | mongodb operator, database operator
psmdb-db percona-server-mongodb | psmdb | mongodb cluster, document database
cloudnative-pg | cnpg, cloud native postgres | postgres operator, database operator, high availability, failover
postgres-operator | zalando postgres | postgres operator, database operator, patroni
postgres-operator-ui | - | postgres operator, web interface
pgo | crunchy, crunchy postgres | postgres operator, database operator
stackgres-operator stackgres | - | postgres operator, database operator
kubegres | - | postgres operator, database operator
patroni | - | postgres cluster, high availability, failover
postgresql-ha | pgpool, repmgr | postgres cluster, high availability, failover, relational database
pgbouncer | - | postgres connection pooler, connection pool
pgcat | - | postgres connection pooler, connection pool
pgadmin pgadmin4 | - | postgres administration, database client, sql web interface
pgweb | - | postgres client, database browser
phpmyadmin | pma | mysql administration, database client, sql web interface
adminer | - | database administration, database client, sql web interface
cloudbeaver | dbeaver | database administration, database client, sql web interface
bytebase | - | schema migration, database change management, database devops
atlas-operator | atlas | schema migration, database as code
schemahero | - | schema migration, database as code
timescaledb timescaledb-single | timescale | time series database, postgres
mysql-operator | - | mysql operator, database operator
mysql-innodbcluster | innodb cluster | mysql cluster, relational database
mariadb-operator | - | mariadb operator, database operator, galera
mariadb-cluster | - | mariadb, relational database, galera
moco | - | mysql operator, database operator
vitess | - | mysql sharding, distributed sql, database cluster
proxysql | - | mysql proxy, connection pool
maxscale | - | mariadb proxy, database proxy
cockroachdb | cockroach, crdb | distributed sql, newsql, relational database
yugabyte yugabytedb | yb | distributed sql, newsql, postgres compatible
tidb-cluster tidb | - | distributed sql, newsql, mysql compatible
tidb-operator | - | distributed sql, database operator
oracle-database oracle-db | - | relational database, sql database
mssql mssql-server mssql-linux | sqlserver, sql server | microsoft sql server, relational database
edgedb gel | - | graph relational database
firebird | - | relational database, sql database
rqlite | - | distributed sqlite, relational database
libsql-server libsql sqld | - | sqlite server, relational database
dolt | - | version controlled database, mysql compatible
mongodb | mongo | document database, nosql
mongodb-sharded | - | document database, nosql, sharded mongodb cluster
mongodb-replicaset | - | document database, nosql, mongodb cluster
mongodb-operator community-operator mongodb-kubernetes-operator | - | mongodb operator, database operator
mongo-express | - | mongodb administration, database client
ferretdb | - | document database, mongodb compatible
couchdb | couch | document database, nosql
couchbase couchbase-operator | - | document database, nosql, key value store
rethinkdb | - | document database, nosql, realtime
ravendb | - | document database, nosql
arangodb kube-arangodb arangodb-operator | arango | graph database, multi-model database, document database
orientdb | - | graph database, multi-model database
surrealdb | surreal | multi-model database, document database, graph database
cassandra | - | wide column store, nosql, distributed database
k8ssandra k8ssandra-operator | - | cassandra operator, wide column store, nosql
cass-operator | - | cassandra operator, wide column store
scylla scylladb | - | wide column store, nosql, cassandra compatible
scylla-operator | - | scylladb operator, cassandra compatible
scylla-manager | - | scylladb backup, database repair
hbase | - | wide column store, hadoop, nosql
hadoop | hdfs | distributed file system, big data, mapreduce
foundationdb fdb-operator | fdb | key value store, distributed database
etcd | - | key value store, configuration store, consensus
etcd-operator | - | etcd cluster, database operator
tikv tikv-operator | - | key value store, distributed database
zookeeper | zk | coordination service, configuration store, consensus
zookeeper-operator | - | zookeeper cluster, coordination service
neo4j neo4j-standalone | - | graph database, cypher
dgraph | - | graph database, graphql
janusgraph | - | graph database, gremlin
memgraph | - | graph database, cypher
nebula-operator nebula-cluster | nebulagraph | graph database
jena-fuseki fuseki | - | sparql, triple store, linked data
virtuoso | - | sparql, triple store, linked data
redis | - | cache, in-memory database, key value store, session store
redis-cluster | - | cache, in-memory database, sharded redis
redis-ha | - | cache, redis sentinel, high availability
redis-operator | - | redis operator, cache, database operator
redis-commander | - | redis administration, redis client
redisinsight | - | redis administration, redis client
valkey | - | cache, in-memory database, key value store, redis compatible, redis fork
valkey-cluster | - | cache, in-memory database, redis compatible
keydb | - | cache, in-memory database, redis compatible, redis fork
dragonfly dragonflydb | - | cache, in-memory database, redis compatible
dragonfly-operator | - | cache, redis compatible, database operator
memcached | memcache | cache, in-memory key value store
mcrouter | - | memcached proxy, cache
hazelcast | - | in-memory data grid, distributed cache
hazelcast-platform-operator | - | in-memory data grid, distributed cache
infinispan | - | in-memory data grid, distributed cache
ignite apache-ignite gridgain | - | in-memory data grid, distributed cache, distributed sql
geode | - | in-memory data grid, distributed cache
varnish kube-httpcache | - | http cache, reverse proxy, web accelerator
clickhouse | - | column store, olap, analytics database, data warehouse
clickhouse-operator altinity-clickhouse-operator | - | clickhouse operator, olap, analytics database
druid | apache druid | olap, realtime analytics, analytics database
pinot | apache pinot | olap, realtime analytics, analytics database
doris | apache doris | olap, analytics database, data warehouse
starrocks kube-starrocks | - | olap, analytics database, data warehouse
greenplum | - | data warehouse, analytics database
databend databend-query | - | data warehouse, olap
questdb | - | time series database, sql
influxdb influxdb2 | influx | time series database, metrics storage
influxdb-enterprise | - | time series database, metrics storage
tdengine | - | time series database, iot
opentsdb | - | time series database, metrics storage
greptimedb greptimedb-standalone greptimedb-cluster | greptime | time series database, metrics storage
trino | - | distributed sql query engine, data lake, federated query, presto fork
presto prestodb | - | distributed sql query engine, data lake, federated query
hive hive-metastore | metastore | data warehouse, hadoop, table catalog
drill | apache drill | distributed sql query engine
dremio dremio-v2 | - | distributed sql query engine, data lake
nessie | - | data catalog, iceberg, data lake
lakefs | - | data version control, data lake
alluxio | - | data orchestration, distributed cache, data lake
kylin | - | olap cube, analytics
elasticsearch | es, elastic | search engine, full text search, log storage
eck-operator cloud-on-k8s | eck | elasticsearch operator, kibana, elastic stack
eck-stack | - | elasticsearch, kibana, elastic stack, log storage
eck-elasticsearch | - | elasticsearch, search engine, full text search
eck-kibana | - | kibana, elasticsearch dashboard
elastic-stack elk elk-stack | - | elasticsearch, logstash, kibana, logging
opensearch | - | search engine, full text search, log storage, elasticsearch fork
opensearch-operator | - | opensearch operator, search engine
opensearch-dashboards | - | log dashboard, kibana fork, visualization
elasticsearch-curator | curator | elasticsearch index cleanup, index retention
elasticsearch-hq cerebro elastichq | - | elasticsearch administration
elastalert elastalert2 | - | elasticsearch alerting, log alerting
solr | apache solr | search engine, full text search
solr-operator | - | solr cluster, search engine
meilisearch | meili | search engine, full text search, site search
typesense | - | search engine, full text search, site search
manticoresearch manticore | - | search engine, full text search
quickwit | - | search engine, log search, log storage
zinc zincsearch zinclabs | - | search engine, full text search
sonic | - | search engine, full text search
vespa | - | search engine, vector search, recommendation
sphinx-search | - | search engine, full text search
searxng searx | - | metasearch engine, private web search
whoogle whoogle-search | - | private web search, metasearch engine
qdrant | - | vector database, similarity search, embeddings
weaviate | - | vector database, similarity search, embeddings
milvus | - | vector database, similarity search, embeddings
milvus-operator | - | vector database, database operator
chromadb chroma | - | vector database, embeddings
pgvector | - | vector database, postgres extension
attu | - | milvus administration
rabbitmq | rabbit, rmq | message queue, message broker, amqp
rabbitmq-ha | - | message queue, message broker, amqp
rabbitmq-cluster-operator rabbitmq-operator | - | rabbitmq operator, message queue, message broker
lavinmq | - | message queue, message broker, amqp
kafka apache-kafka | - | event streaming, message broker, message queue, pub sub
strimzi-kafka-operator strimzi | - | kafka operator, event streaming, message broker
cp-helm-charts cp-kafka | confluent, confluent platform | kafka, event streaming, message broker
confluent-for-kubernetes confluent-operator | cfk | kafka operator, event streaming
kafka-operator koperator banzai-kafka | - | kafka operator, event streaming
redpanda | - | event streaming, message broker, kafka compatible
redpanda-operator | - | event streaming, kafka compatible, operator
redpanda-console kowl | - | kafka web interface, topic browser
kafka-ui kafbat-ui | - | kafka web interface, topic browser
akhq kafkahq | - | kafka web interface, topic browser
kafdrop | - | kafka web interface, topic browser
kafka-manager cmak | - | kafka administration
kafka-connect cp-kafka-connect | - | data pipeline, kafka connector, change data capture
schema-registry cp-schema-registry | - | avro schema registry, kafka schemas
apicurio-registry | apicurio | schema registry, api registry
debezium debezium-server debezium-operator | - | change data capture, cdc, event streaming
burrow | - | kafka consumer lag monitoring
mirrormaker | - | kafka replication
nats | jetstream | message broker, message queue, pub sub, event streaming
nack | - | nats jetstream controller, streams as code
nats-operator | - | nats operator, message broker
nats-streaming stan | - | message broker, event streaming
pulsar apache-pulsar | - | event streaming, message broker, message queue, pub sub
pulsar-operator sn-platform | - | pulsar, event streaming
activemq | amq | message queue, message broker, jms
activemq-artemis artemis | - | message queue, message broker, jms, amqp
ibm-mq ibm-mqadvanced-server | - | message queue, message broker
rocketmq rocketmq-cluster | - | message queue, message broker, event streaming
pravega | - | event streaming, stream storage
nsq | - | message queue, message broker
mosquitto eclipse-mosquitto | - | mqtt broker, iot, message broker
emqx emqx-ee | - | mqtt broker, iot, message broker
emqx-operator | - | mqtt broker operator, iot
vernemq | - | mqtt broker, iot, message broker
hivemq hivemq-platform hivemq-operator | - | mqtt broker, iot, message broker
beanstalkd | - | work queue, job queue
gearman gearmand | - | job queue, work queue
solace pubsubplus | - | message broker, pub sub, event broker
memphis | - | message broker, event streaming
centrifugo | - | realtime messaging, websocket server, pub sub
soketi | - | websocket server, pusher compatible
mercure | - | server sent events, realtime messaging
hasura graphql-engine | - | graphql api, postgres api
postgrest | - | rest api, postgres api
directus | - | headless cms, data platform, rest api
nocodb | - | airtable alternative, spreadsheet database, no code
baserow | - | airtable alternative, spreadsheet database, no code
seatable | - | spreadsheet database, airtable alternative
kubedb kubedb-provisioner | - | database operator, postgres, mysql, mongodb, redis
kubeblocks | - | database operator, mysql, postgres, redis, mongodb
`;
