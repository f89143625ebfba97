using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Workflows;

namespace CtVoice.Web.OpenApi;

/// <summary>
/// The OpenAPI 3.1 document of all operations. Pages are left out: they are no contract with programs. What providers call
/// is in it, so that whoever sets a provider up finds the path and what proves the caller.
/// </summary>
public static class OpenApiDocument
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document as indented JSON; the same operations give the same text.</summary>
    public static string Write(IEnumerable<Operation> all)
    {
        var schemas = new SchemaBook();
        var paths = new JsonObject();
        foreach (var route in all.Where(r => !r.ForPeople))
        {
            var path = "/" + route.Template;
            if (paths[path] is not JsonObject operations)
                paths[path] = operations = [];
            // The method names of an OpenAPI path are the lower-case ones.
#pragma warning disable CA1308
            operations[route.Method.ToLowerInvariant()] = Of(route, schemas);
#pragma warning restore CA1308
        }
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "CtVoice",
                ["version"] = "1",
                ["description"] = "Reviews of data projects by Connecticut's Resident Advisory Board.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["webhooks"] = new JsonObject(ReviewEvent.Types.Append(ReviewEvent.Test).Select(type =>
                KeyValuePair.Create<string, JsonNode?>(type, new JsonObject { ["post"] = Told(type, schemas) }))),
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "An access key: ctv_..." },
                    ["header"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Api-Key" },
                },
                ["responses"] = Refusals(schemas),
                ["schemas"] = schemas.ToJson(),
            },
        };
        return document.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Of(Operation route, SchemaBook schemas)
    {
        var operation = new JsonObject { ["operationId"] = route.Name, ["summary"] = route.Summary };
        if (Describe(route) is { } description)
            operation["description"] = description;
        operation["security"] = route.Access.Kind == AccessKind.Key
            ? new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }, new JsonObject { ["header"] = new JsonArray() })
            : [];
        if (route.Parameters.Count > 0)
            operation["parameters"] = new JsonArray([.. route.Parameters.Select(Parameter)]);
        if (route.Body.Json is { } body)
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", body, route.Example, schemas) };
        if (route.Files.Count > 0)
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject([.. route.Files.Select(File)]) };
        var responses = new JsonObject();
        foreach (var response in route.Answers)
            responses[Code(response.StatusCode)] = Response(response, schemas);
        foreach (var status in RefusalsOf(route).Where(s => !responses.ContainsKey(Code(s))))
            responses[Code(status)] = new JsonObject { ["$ref"] = "#/components/responses/" + Refusal(status).Name };
        operation["responses"] = responses;
        return operation;
    }

    /// <summary>What subscribers are posted.</summary>
    private static JsonObject Told(string type, SchemaBook schemas)
    {
        var about = type == ReviewEvent.Test ? "s-0123456789abcdef" : "r-acdefghjkm";
        var example = new CloudEvent(
            "1.0", type == ReviewEvent.Test ? "test-0123456789abcdef" : "r-acdefghjkm-7", type == ReviewEvent.Test ? $"/api/subscriptions/{about}" : $"/api/reviews/{about}",
            type, about, new(2026, 12, 21, 15, 0, 0, TimeSpan.Zero), "application/json",
            type == ReviewEvent.Test ? new(null, null, null, null) : new(about, "Benefits and housing", null, null));
        JsonObject Header(string name, string description) => new()
        {
            ["name"] = name,
            ["in"] = "header",
            ["required"] = true,
            ["description"] = description,
            ["schema"] = new JsonObject { ["type"] = "string" },
        };
        return new JsonObject
        {
            ["operationId"] = "told-" + type["ctvoice.".Length..].Replace('.', '-'),
            ["summary"] = $"Tells a subscriber of {type}.",
            ["security"] = new JsonArray(),
            ["parameters"] = new JsonArray(
                Header("webhook-id", "The event; the same each time that it is sent."), Header("webhook-timestamp", "When it was sent: seconds since 1970."),
                Header("webhook-signature", "v1, and the base64 of HMAC-SHA256 over webhook-id.webhook-timestamp.body; one for each secret that signs, with spaces between.")),
            ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/cloudevents+json", typeof(CloudEvent), example, schemas) },
            ["responses"] = new JsonObject
            {
                ["2XX"] = new JsonObject { ["description"] = "The subscriber has it." },
                ["410"] = new JsonObject { ["description"] = "The subscriber wants no more; the subscription is disabled." },
            },
        };
    }

    private static string? Describe(Operation route)
    {
        var roles = route.Access.Kind == AccessKind.Key ? $"Roles: {string.Join(", ", route.Access.Roles)}." : null;
        var text = string.Join(' ', new[] { route.Description, roles }.OfType<string>());
        return text.Length > 0 ? text : null;
    }

    private static KeyValuePair<string, JsonNode?> File(string contentType) => new(contentType, new JsonObject
    {
        // A form and JSON have fields, which their sender defines; anything else is bytes.
        ["schema"] = contentType.Contains("form", StringComparison.Ordinal) || contentType.EndsWith("json", StringComparison.Ordinal)
            ? new JsonObject()
            : new JsonObject { ["type"] = "string", ["format"] = "binary" },
    });

    private static JsonObject Parameter(DescribedParameter parameter) => new()
    {
        ["name"] = parameter.Name,
        ["in"] = parameter.In,
        ["required"] = parameter.In == "path",
        ["description"] = parameter.Description,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Response(DescribedAnswer response, SchemaBook schemas)
    {
        var json = new JsonObject { ["description"] = response.Description };
        if (response.ContentType is { } contentType)
            json["content"] = Content(contentType, response.Type ?? typeof(string), response.Example, schemas);
        return json;
    }

    private static JsonObject Content(string contentType, Type type, object? example, SchemaBook schemas)
    {
        var content = new JsonObject { ["schema"] = schemas.Of(type) };
        if (example is not null)
            content["example"] = JsonSerializer.SerializeToNode(example, type, WorkflowJson.Options);
        return new JsonObject { [contentType] = content };
    }

    private static IEnumerable<int> RefusalsOf(Operation route)
    {
        var reads = route.Body.Kind != BodyKind.None;
        var asks = route.Access.Kind == AccessKind.Key;
        var asksShape = route.Access.Kind != AccessKind.Webhook;
        (int Status, bool Possible)[] refusals =
        [
            (400, reads && asksShape), (401, asks), (403, asks), (404, route.Values.Any()), (413, reads && !route.BodyLimit.Cuts), (415, reads && asksShape),
            (429, route.Rate.Burst > 0),
        ];
        return refusals.Where(r => r.Possible).Select(r => r.Status);
    }

    private static JsonObject Refusals(SchemaBook schemas)
    {
        var refusals = new JsonObject();
        foreach (var status in (int[])[400, 401, 403, 404, 413, 415, 429])
        {
            var (name, problem) = Refusal(status);
            refusals[name] = new JsonObject
            {
                ["description"] = problem.Details.Title,
                ["content"] = Content("application/problem+json", typeof(ProblemDetails), problem.Details, schemas),
            };
        }
        return refusals;
    }

    private static (string Name, Problem Problem) Refusal(int status) => status switch
    {
        400 => ("Faults", Problem.Faults("/questions/0/text", "Missing; send text.")),
        401 => ("NoAccess", Problem.NoAccess()),
        403 => ("NotYours", Problem.NotYours()),
        404 => ("NotFound", Problem.NotFound()),
        413 => ("TooLarge", Problem.TooLarge(BodyLimit.Ordinary.Bytes)),
        415 => ("WrongContentType", Problem.WrongContentType("application/json in UTF-8")),
        _ => ("TooOften", Problem.TooOften(TimeSpan.FromSeconds(1))),
    };

    private static string Code(int status) => status.ToString(CultureInfo.InvariantCulture);
}
