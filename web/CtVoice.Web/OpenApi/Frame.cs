using CtVoice.Core.Subscriptions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CtVoice.Web.OpenApi;

/// <summary>What stands around the operations: what this is, how callers prove who they are, what refuses them,
/// what subscribers are told.</summary>
internal static class Frame
{
    internal const string Bearer = "bearer";
    internal const string Header = "header";

    internal static async Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "CtVoice",
            Version = "1",
            Description = "Reviews of data projects by Connecticut's Resident Advisory Board.",
            License = new() { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new() { Url = "/" }];
        document.Tags =
            new HashSet<OpenApiTag>(document.Paths.Keys.Select(path => AreaOf(path[1..])).Distinct(StringComparer.Ordinal)
                .Select(area => new OpenApiTag { Name = area }));
        document.AddComponent(Bearer, (IOpenApiSecurityScheme)new OpenApiSecurityScheme
        { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An access key: ctv_..." });
        document.AddComponent(Header, (IOpenApiSecurityScheme)new OpenApiSecurityScheme
        { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key" });
        var problem = await ComponentAsync(document, context, typeof(ProblemDetails), cancellationToken);
        foreach (var (name, refusal) in Refused.All.Select(Refused.Of))
        {
            document.AddComponent(name, (IOpenApiResponse)new OpenApiResponse
            {
                Description = refusal.Details.Title,
                Content = new Dictionary<string, OpenApiMediaType>
                { ["application/problem+json"] = new() { Schema = problem, Example = Operations.Json(refusal.Details) } },
            });
        }
        var data = await ComponentAsync(document, context, typeof(ReviewEventData), cancellationToken);
        var told = await ComponentAsync(document, context, typeof(CloudEvent), cancellationToken);
        document.Components!.Schemas![nameof(CloudEvent)].Properties!["data"] = data;
        document.Webhooks = ReviewEvent.Types.Append(ReviewEvent.Test).ToDictionary(
            type => type, type => (IOpenApiPathItem)new OpenApiPathItem { Operations = new() { [HttpMethod.Post] = Told(type, told) } },
            StringComparer.Ordinal);
    }

    /// <summary>What a path is about: the word after <c>api</c>.</summary>
    internal static string AreaOf(string path) => path.Split('/') is ["api", var area, ..] ? area.Split('.')[0] : path.Split('/')[0];

    private static async Task<OpenApiSchemaReference> ComponentAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, Type type, CancellationToken cancellationToken)
    {
        if (document.Components?.Schemas?.ContainsKey(type.Name) is not true)
            document.AddComponent(type.Name,
                (IOpenApiSchema)await context.GetOrCreateSchemaAsync(type, cancellationToken: cancellationToken));
        return new(type.Name, document);
    }

    /// <summary>What subscribers are posted.</summary>
    private static OpenApiOperation Told(string type, IOpenApiSchema schema)
    {
        var about = type == ReviewEvent.Test ? "s-0123456789abcdef" : "r-acdefghjkm";
        var example = new CloudEvent(
            "1.0", type == ReviewEvent.Test ? "test-0123456789abcdef" : "r-acdefghjkm-7",
            type == ReviewEvent.Test ? $"/api/subscriptions/{about}" : $"/api/reviews/{about}",
            type, about, new(2026, 12, 21, 15, 0, 0, TimeSpan.Zero), "application/json",
            type == ReviewEvent.Test ? new(null, null, null, null) : new(about, "Benefits and housing", null, null));
        return new()
        {
            OperationId = "told-" + type["ctvoice.".Length..].Replace('.', '-'),
            Summary = $"Tells a subscriber of {type}.",
            Security = [],
            Parameters =
            [
                Said("webhook-id", "The event; the same each time that it is sent."),
                Said("webhook-timestamp", "When it was sent: seconds since 1970."),
                Said("webhook-signature", "v1, and the base64 of HMAC-SHA256 over webhook-id.webhook-timestamp.body; one for each secret "
                    + "that signs, with spaces between."),
            ],
            RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                { ["application/cloudevents+json"] = new() { Schema = schema, Example = Operations.Json(example) } },
            },
            Responses = new()
            {
                ["2XX"] = new OpenApiResponse { Description = "The subscriber has it." },
                ["410"] = new OpenApiResponse { Description = "The subscriber wants no more; the subscription is disabled." },
            },
        };
    }

    private static OpenApiParameter Said(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = true,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
