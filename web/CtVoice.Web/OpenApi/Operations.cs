using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtVoice.Core.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CtVoice.Web.OpenApi;

/// <summary>What an operation says beyond its name, summary and types: who may call, parameters, files, examples, refusals.</summary>
internal static class Operations
{
    internal static Task DescribeAsync(OpenApiOperation described, OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken)
    {
        var operation = Operation.All(context.ApplicationServices.GetRequiredService<EndpointDataSource>())
            .Single(o => o.Name == described.OperationId);
        var document = context.Document!;
        described.Description = Text(operation);
        described.Tags = new HashSet<OpenApiTagReference> { new(Frame.AreaOf(operation.Template), document) };
        described.Security = operation.Access.Kind is AccessKind.Key
            ? [new() { [new(Frame.Bearer, document)] = [] }, new() { [new(Frame.Header, document)] = [] }]
            : [];
        described.Parameters = [.. operation.Parameters.Select(Parameter)];
        if (operation.Files.Count > 0)
            described.RequestBody = new OpenApiRequestBody
            { Required = true, Content = operation.Files.ToDictionary(type => type, File, StringComparer.Ordinal) };
        if (operation.Example is { } example && described.RequestBody is OpenApiRequestBody body)
        {
            body.Content!["application/json"].Example = Json(example);
            body.Required = operation.Body.Kind is BodyKind.Json;
        }
        var responses = new OpenApiResponses();
        foreach (var answer in operation.Answers)
            responses[Code(answer.StatusCode)] =
                Response(answer, described.Responses!.TryGetValue(Code(answer.StatusCode), out var made) ? made : null);
        foreach (var status in operation.Refusals())
            responses[Code(status)] = new OpenApiResponseReference(Refused.Name(status), document);
        described.Responses = responses;
        return Task.CompletedTask;
    }

    private static OpenApiResponse Response(DescribedAnswer answer, IOpenApiResponse? made)
    {
        if (answer.Example is { } example && made?.Content is { } content)
            content[answer.ContentType!].Example = Json(example);
        return new() { Description = answer.Description, Content = made?.Content };
    }

    internal static JsonNode Json(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), WorkflowJson.Options)!;

    private static string? Text(Operation operation)
    {
        var roles = operation.Access.Kind is AccessKind.Key ? $"Roles: {string.Join(", ", operation.Access.Roles)}." : null;
        var text = string.Join(' ', new[] { operation.Description, roles }.OfType<string>());
        return text.Length > 0 ? text : null;
    }

    private static OpenApiParameter Parameter(DescribedParameter parameter) => new()
    {
        Name = parameter.Name,
        In = Enum.Parse<ParameterLocation>(parameter.In, ignoreCase: true),
        Required = parameter.In == "path",
        Description = parameter.Description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiMediaType File(string contentType) => new()
    {
        // A form and JSON have fields, which their sender defines; anything else is bytes.
        Schema = contentType.Contains("form", StringComparison.Ordinal) || contentType.EndsWith("json", StringComparison.Ordinal)
            ? new OpenApiSchema()
            : new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
    };

    private static string Code(int status) => status.ToString(CultureInfo.InvariantCulture);
}
