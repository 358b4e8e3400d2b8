// Holds every recorded reply against the schema that the served description promises for it.
//   node validate.js NODE_MODULES FOLDER...      a folder holds NAME.openapi.json and NAME.jsonl
'use strict';

const fs = require('fs');
const path = require('path');

const [modules, ...folders] = process.argv.slice(2);
if (!fs.existsSync(path.join(modules, 'ajv-formats'))) {
    console.log('The validator is not installed; tests/run.sh does that.');
    process.exit(77);
}
const Ajv = require(path.join(modules, 'ajv/dist/2020')).default;
const formats = require(path.join(modules, 'ajv-formats')).default;

// The description says which members an answer has; one that it does not name is a mistake too.
function close(schema) {
    if (Array.isArray(schema))
        return schema.map(close);
    if (schema === null || typeof schema !== 'object')
        return schema;
    const closed = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, close(value)]));
    if (closed.properties && typeof closed.type === 'string' && closed.additionalProperties === undefined)
        closed.additionalProperties = false;
    return closed;
}

// The operation behind a path: of several patterns that fit, the one with the fewest variables.
function namesOf(description) {
    const patterns = Object.entries(description.paths).flatMap(([path, operations]) =>
        Object.entries(operations).map(([method, operation]) => ({
            method, id: operation.operationId, variables: path.split('{').length,
            pattern: new RegExp('^' + path.replace(/\{[^}]+\}/g, '[^/]+') + '$')})));
    patterns.sort((a, b) => a.variables - b.variables);
    return reply => patterns.find(each => each.method === reply.method && each.pattern.test(reply.path))?.id;
}

function validatorsOf(description) {
    const ajv = new Ajv({strict: false, allErrors: true});
    formats(ajv);
    ajv.addSchema({$id: 'api', components: {schemas: close(description.components.schemas)}});
    const pointed = schema => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/'));
    const out = new Map();
    for (const operations of Object.values(description.paths))
        for (const operation of Object.values(operations))
            for (const [status, response] of Object.entries(operation.responses || {})) {
                const schema = response.content?.['application/json']?.schema;
                if (schema)
                    out.set(operation.operationId + ' ' + status, ajv.compile(pointed(close(schema))));
            }
    return out;
}

let replies = 0;
let wrong = 0;
for (const folder of folders.filter(folder => fs.existsSync(folder)))
    for (const file of fs.readdirSync(folder).filter(name => name.endsWith('.jsonl'))) {
        const name = path.join(folder, file.slice(0, -'.jsonl'.length));
        const description = JSON.parse(fs.readFileSync(name + '.openapi.json'));
        const validators = validatorsOf(description);
        const nameOf = namesOf(description);
        const seen = new Set();
        for (const line of fs.readFileSync(path.join(folder, file), 'utf8').split('\n').filter(Boolean)) {
            const reply = JSON.parse(line);
            const key = (reply.operation || nameOf(reply)) + ' ' + reply.status;
            const validate = validators.get(key);
            ++replies;
            seen.add(key);
            if (validate && validate(reply.body))
                continue;
            ++wrong;
            console.error(name, key, validate ? JSON.stringify(validate.errors.slice(0, 3)) : 'is not described');
        }
        console.log(`${name}: ${seen.size} kinds of replies`);
    }

console.log(`${replies} replies were held against their schemas, ${wrong} are wrong`);
process.exit(replies > 0 && wrong === 0 ? 0 : 1);
