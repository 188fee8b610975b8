# Asks Elasticsearch from inside its container, where its password is: es PATH [options of curl …]
es() {
  path=$1
  shift
  docker compose exec -T elasticsearch sh -c '
    path=$1
    shift
    curl -fsS -u "elastic:$ELASTIC_PASSWORD" -H "Content-Type: application/json" "$@" "http://127.0.0.1:9200/$path"
  ' sh "$path" "$@"
}

# Where the snapshots lie, on the volume "backups".
use_backups() {
  es _snapshot/backups -o /dev/null -X PUT -d '{ "type": "fs", "settings": { "location": "/backups" } }'
}
