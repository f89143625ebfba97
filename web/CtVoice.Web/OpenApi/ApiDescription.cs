using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CtVoice.Core.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CtVoice.Web.OpenApi;

/// <summary>
/// The API's description (OpenAPI 3.1), made by ASP.NET Core of what the endpoints say. Pages are left out: they are no
/// contract with programs. What providers call is in it, so that whoever sets a provider up finds the path and what proves
/// the caller.
/// </summary>
/// <remarks>It is made once, by a test, and travels as <c>openapi.json</c> in the assembly: a host only sends the file.</remarks>
public static class ApiDescription
{
    private const string Name = "v1";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The description of what a host answers, as indented JSON; the same endpoints give the same text.</summary>
    public static async Task<string> WriteAsync(IServiceProvider host, CancellationToken cancellationToken = default)
    {
        var document = await host.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(cancellationToken);
        var json = JsonNode.Parse(await document.SerializeAsync(OpenApiSpecVersion.OpenApi3_1, OpenApiConstants.Json, cancellationToken))!;
        return json.ToJsonString(Indented) + "\n";
    }

    /// <summary>Adds what makes the description. A host serves it as it was made, and needs none of this.</summary>
    internal static IServiceCollection AddApiDescription(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(json => WorkflowJson.Apply(json.SerializerOptions))
        .AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = described => described.HttpMethod != HttpMethod.Head.Method;
            options.CreateSchemaReferenceId = NameOf;
            options.AddSchemaTransformer((schema, context, _) => Schemas.Describe(schema, context.JsonTypeInfo));
            options.AddOperationTransformer(Operations.DescribeAsync);
            options.AddDocumentTransformer(Frame.DescribeAsync);
        });

    /// <summary>A record is described once, by its name, and referred to from everywhere else; words and lists where they are.</summary>
    private static string? NameOf(JsonTypeInfo type) =>
        type.Kind is JsonTypeInfoKind.Object && type.Type != typeof(object) ? type.Type.Name : null;
}
