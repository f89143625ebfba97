using System.Text.Json;
using System.Text.Json.Nodes;
using CtVoice.Core.Json;
using CtVoice.Web.OpenApi;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Tests.OpenApi;

public sealed class OpenApiDocumentTests
{
    private sealed record Leaf(string Name, Leaf? Next = null);

    private enum Size { VeryLarge, Small }

    private sealed record Tree(Leaf Root, string? Note, Size Size, IReadOnlyList<Leaf> Leaves);

    [Fact]
    public async Task The_stored_document_is_what_the_endpoints_say()
    {
        var file = Path.Combine(RepositoryRoot(), "web", "CtVoice.Web", "openapi.json");
        var generated = await DescribedAsync(AllRoutes.MapCtVoice);
        if (Environment.GetEnvironmentVariable("CTVOICE_UPDATE") == "1")
            File.WriteAllText(file, generated);

        Assert.True(
            generated == File.ReadAllText(file),
            "web/CtVoice.Web/openapi.json differs from what the endpoints say. Run this test with CTVOICE_UPDATE=1 to rewrite it, and "
                + "review the difference.");
    }

    [Fact]
    public async Task A_record_is_described_once_and_referred_to_even_from_within()
    {
        var document = await DocumentAsync();

        var tree = document["components"]!["schemas"]!["Tree"]!;
        Assert.Equal("#/components/schemas/Leaf", Text(tree["properties"]!["root"]!["$ref"]));
        Assert.Equal("#/components/schemas/Leaf", Text(tree["properties"]!["leaves"]!["items"]!["$ref"]));
        Assert.Contains("#/components/schemas/Leaf", document["components"]!["schemas"]!["Leaf"]!["properties"]!["next"]!
            .ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"#/properties", document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_be_null_may_be_left_out() =>
        Assert.Equal(
            ["root", "size", "leaves"],
            (await DocumentAsync())["components"]!["schemas"]!["Tree"]!["required"]!.AsArray().Select(Text));

    [Fact]
    public async Task An_enumeration_lists_its_words() =>
        Assert.Equal(
            ["very-large", "small"],
            (await DocumentAsync())["components"]!["schemas"]!["Tree"]!["properties"]!["size"]!["enum"]!.AsArray().Select(Text));

    [Fact]
    public async Task No_schema_is_a_bare_yes_and_no_default_is_null()
    {
        var document = JsonNode.Parse(await DescribedAsync(AllRoutes.MapCtVoice))!;
        var objects = All(document).OfType<JsonObject>().ToList();

        // Generators of clients crash over the first and drop the field of the second.
        Assert.DoesNotContain(objects.Where(o => o["properties"] is JsonObject)
            .SelectMany(o => o["properties"]!.AsObject()), p => p.Value is JsonValue);
        Assert.DoesNotContain(objects, o => o["items"] is JsonValue || o["schema"] is JsonValue);
        Assert.DoesNotContain(objects, o => o.ContainsKey("default") && o["default"] is null);
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = JsonNode.Parse(await DescribedAsync(AllRoutes.MapCtVoice))!;

        var references = All(document).OfType<JsonObject>().Select(o => o["$ref"]).OfType<JsonNode>().Select(Text).ToList();

        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.NotNull(r![2..].Split('/').Aggregate((JsonNode?)document, (node, name) => node?[name])));
    }

    [Fact]
    public void Every_example_of_a_body_is_one_that_is_accepted()
    {
        foreach (var operation in WebHost.Mapped(AllRoutes.MapCtVoice).Concat(WebHost.Mapped(Sample)).Where(o => o.Body.Json is not null))
        {
            Assert.NotNull(operation.Example);
            var json = JsonSerializer.SerializeToUtf8Bytes(operation.Example, operation.Body.Json!, WorkflowJson.Options);
            Assert.Empty(StrictJson.FaultsOf(json, operation.Body.Json!));
        }
    }

    private static void Sample(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost<Tree>("/api/trees/{id}", (_, tree) => Task.FromResult(Answer.Json(tree, 201))).OpenTo(Access.For(Role.Agency))
            .WithName("plant").WithSummary("Plants.").Path("id", "Where.")
            .Takes(new Tree(new Leaf("a"), null, Size.VeryLarge, []))
            .Returns(201, "Planted.", new Tree(new Leaf("a", new Leaf("b")), null, Size.Small, []));

    private static async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await DescribedAsync(Sample))!;

    private static async Task<string> DescribedAsync(Action<IEndpointRouteBuilder> map)
    {
        await using var host = await WebHost.StartAsync(map, new WebOptions(), services => services.AddApiDescription());
        return await ApiDescription.WriteAsync(host.Need<IServiceProvider>());
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().SelectMany(All).Prepend(node),
        JsonArray a => a.OfType<JsonNode>().SelectMany(All).Prepend(node),
        _ => [node],
    };

    internal static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CtVoice.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
