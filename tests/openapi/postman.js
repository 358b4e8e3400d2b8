// Makes the Postman collection that is published with a release of the served description, and sees that it asks
// everything that the description knows (API-17).
//   node postman.js NODE_MODULES DESCRIPTION COLLECTION
'use strict';

const fs = require('fs');
const path = require('path');

const [modules, description, collection] = process.argv.slice(2);
const converter = require(path.join(modules, 'openapi-to-postmanv2'));

const requestsIn = items => items.flatMap(each => each.item ? requestsIn(each.item) : [each.request]);

// "GET /api/v1/orders/{}" in both documents.
const named = (method, segments) =>
    `${method.toUpperCase()} /${segments.map(each => /^[:{]/.test(each) ? '{}' : each).join('/')}`;

const operationsOf = document => Object.entries(document.paths).flatMap(([where, operations]) =>
    Object.keys(operations).map(method => named(method, where.slice(1).split('/'))));

function publish(made) {
    // A key is used once: Postman makes a new one for every request.
    for (const request of requestsIn(made.item))
        for (const header of request.header)
            if (header.key === 'Idempotency-Key')
                header.value = '{{$guid}}';
    made.variable = [{key: 'baseUrl', value: 'http://127.0.0.1:8080'}, {key: 'bearerToken', value: ''}];
    fs.writeFileSync(collection, JSON.stringify(made, null, 1) + '\n');
}

const text = fs.readFileSync(description, 'utf8');
const options = {folderStrategy: 'Tags', requestNameSource: 'Fallback'};
converter.convert({type: 'string', data: text}, options, (error, answer) => {
    if (error || !answer.result) {
        console.error(error ?? answer.reason);
        process.exit(1);
    }
    const made = answer.output[0].data;
    publish(made);
    const asked = requestsIn(made.item).map(each => named(each.method, each.url.path)).sort();
    const known = operationsOf(JSON.parse(text)).sort();
    const missing = known.filter(each => !asked.includes(each));
    if (asked.length !== known.length || missing.length > 0) {
        console.error(`${asked.length} requests for ${known.length} operations; missing: ${missing.join(', ')}`);
        process.exit(1);
    }
    console.log(`${asked.length} requests`);
});
