#!/bin/sh
# Makes two users with no more rights than they need: the service reads and notes what is uploaded or taken back; the workers write.
# Repeatable: a changed password takes effect with the next run.
set -eu
: "${ELASTICSEARCH:=http://elasticsearch:9200}" "${BAYAN_PREFIX:=bayan}"

if [ -d /backups ]; then chown elasticsearch /backups; fi

put() {
  printf '%s' "$2" | curl -fsS -o /dev/null -u "elastic:$ELASTIC_PASSWORD" -H 'Content-Type: application/json' \
    -X PUT --data-binary @- "$ELASTICSEARCH/_security/$1"
}

put role/bayan-service '{
  "cluster": ["monitor"],
  "indices": [
    { "names": ["'"$BAYAN_PREFIX"'-*"], "privileges": ["read", "view_index_metadata", "maintenance"] },
    { "names": ["'"$BAYAN_PREFIX"'-files*"], "privileges": ["read", "index"] }
  ]
}'
put role/bayan-worker '{
  "cluster": ["monitor"],
  "indices": [{ "names": ["'"$BAYAN_PREFIX"'-*"], "privileges": ["read", "write", "create_index", "manage"] }]
}'
put user/bayan-service '{ "password": "'"$SERVICE_PASSWORD"'", "roles": ["bayan-service"] }'
put user/bayan-worker '{ "password": "'"$WORKER_PASSWORD"'", "roles": ["bayan-worker"] }'
echo 'The users bayan-service and bayan-worker are there.'
