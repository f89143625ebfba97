// Somebody who has nothing but the description: submits a project, reads what waits for the office, answers a recommendation.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

declare const process: { env: Record<string, string | undefined> };

function as(key: string | undefined) {
  return createClient<paths>({ baseUrl: process.env.CTVOICE_URL ?? "", headers: { "X-Api-Key": key ?? "" } });
}

function taken<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) throw new Error(`${answer.response.status} ${JSON.stringify(answer.error)}`);
  return answer.data;
}

const agency = as(process.env.CTVOICE_AGENCY_KEY);
const project: components["schemas"]["ProjectRequest"] = JSON.parse(process.env.CTVOICE_PROJECT ?? "");
const submitted = taken(await agency.POST("/api/projects", { body: project }));

const todo = taken(await as(process.env.CTVOICE_COORDINATOR_KEY).GET("/api/todo"));

const review = taken(await agency.POST("/api/reviews/{id}/recommendations/{number}/answer", {
  params: { path: { id: process.env.CTVOICE_REVIEW ?? "", number: "1" } },
  body: {
    kind: "adopted",
    reason: "Names are not needed.",
    owner: "DSS data lead",
    dueOn: "2030-01-01",
    translator: "Marisol Vega",
    plainWords: { en: "We will take out all names.", es: "Vamos a quitar todos los nombres." },
  },
}));

// Each field is read by its declared type: a description that lost one does not compile.
const told: { submitted: string; waiting: string[]; answered?: number } = {
  submitted: submitted.id,
  waiting: todo.things.map(thing => thing.what),
  answered: review.answered,
};
console.log(JSON.stringify(told));
