using System.IO.Compression;
using System.Text.Json.Nodes;

namespace CtVoice.Web.Tests.OpenApi;

/// <summary>
/// Whoever wrote a program for the last release finds in <c>CHANGELOG.md</c> each thing that it can no longer rely on. A release leaves its
/// description in <c>released</c>: <c>gzip -9n &lt; web/CtVoice.Web/openapi.json &gt;
/// tests/CtVoice.Web.Tests/OpenApi/released/DATE.json.gz</c>.
/// </summary>
public sealed class BreakingChangesTests
{
    [Fact]
    public async Task Each_breaking_change_since_the_last_release_is_told()
    {
        var root = OpenApiDocumentTests.RepositoryRoot();
        var last = Directory.GetFiles(Path.Combine(root, "tests", "CtVoice.Web.Tests", "OpenApi", "released"), "*.json.gz")
            .Order(StringComparer.Ordinal).Last();
        await using var file = new GZipStream(File.OpenRead(last), CompressionMode.Decompress);
        var before = await JsonNode.ParseAsync(file);
        var now = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(root, "web", "CtVoice.Web", "openapi.json")));
        var told = (await File.ReadAllLinesAsync(Path.Combine(root, "CHANGELOG.md"))).ToHashSet(StringComparer.Ordinal);

        var untold = BreakingChanges.Between(before!, now!).Select(change => $"- `{change}`").Where(line => !told.Contains(line)).ToList();

        Assert.True(untold.Count == 0, "CHANGELOG.md does not tell what breaks programs of the last release:\n"
            + string.Join('\n', untold));
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { "paths./trees.get", "null", "GET /trees is gone" },
        { "paths./trees.post.responses.201", "null", "POST /trees: 201 is gone" },
        { "paths./trees.post.parameters.0.required", "true", "POST /trees: query wet must be sent" },
        { "components.schemas.Tree.properties.note", "null", "Tree.note is gone" },
        { "components.schemas.Tree.properties.height.type", "\"string\"", "Tree.height is string, was number" },
        { "components.schemas.Tree.properties.leaf.$ref", "\"#/components/schemas/Sprig\"", "Leaf.colour is gone" },
        { "components.schemas.Tree.properties.kind.enum", "[\"oak\"]", "Tree.kind does not take elm" },
        { "components.schemas.Tree.properties.kind.enum", "[\"oak\",\"elm\",\"yew\"]", "Tree.kind may be yew" },
        { "components.schemas.Tree.required", "[\"height\",\"kind\",\"note\"]", "Tree.note must be sent" },
        { "components.schemas.Tree.required", "[\"kind\"]", "Tree.height may be absent" },
        { "components.schemas.Tree.properties.height.type", "[\"number\",\"null\"]", "Tree.height may be absent" },
        { "webhooks.felled", "null", "event felled is gone" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_change_that_breaks_a_program_is_found_and_named(string place, string value, string told) =>
        Assert.Contains(told, BreakingChanges.Between(Small(), Changed(place, value)));

    [Theory]
    [InlineData("paths./bushes", "{\"get\":{}}")]
    [InlineData("components.schemas.Tree.properties.age", "{\"type\":\"integer\"}")]
    [InlineData("components.schemas.Tree.description", "\"Tall.\"")]
    [InlineData("paths./trees.post.responses.202", "{\"description\":\"Later.\"}")]
    public void What_is_added_breaks_nobody(string place, string value) =>
    Assert.Empty(BreakingChanges.Between(Small(), Changed(place, value)));

    private static JsonNode Changed(string place, string value)
    {
        var document = Small();
        var steps = place.Split('.');
        var parent = steps[..^1].Aggregate(document, (node, step) => node is JsonArray list ? list[int.Parse(step, null)]! : node[step]!);
        if (value == "null")
            parent.AsObject().Remove(steps[^1]);
        else
            parent[steps[^1]] = JsonNode.Parse(value);
        return document;
    }

    private static JsonNode Small() => JsonNode.Parse(
        """
        {
          "paths": {
            "/trees": {
              "get": { "responses": { "200": { "content": { "application/json": {
                "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } } } } } } },
              "post": {
                "parameters": [{ "name": "wet", "in": "query", "schema": { "type": "boolean" } }],
                "requestBody": { "required": true, "content": { "application/json": {
                  "schema": { "$ref": "#/components/schemas/Tree" } } } },
                "responses": { "201": { "description": "Planted." } }
              }
            }
          },
          "components": {
            "schemas": {
              "Tree": {
                "type": "object",
                "required": ["height", "kind"],
                "properties": {
                  "height": { "type": "number" },
                  "kind": { "type": "string", "enum": ["oak", "elm"] },
                  "note": { "type": ["string", "null"] },
                  "leaf": { "$ref": "#/components/schemas/Leaf" }
                }
              },
              "Leaf": { "type": "object", "properties": { "colour": { "type": "string" } } },
              "Sprig": { "type": "object", "properties": {} }
            }
          },
          "webhooks": { "felled": { "post": { "requestBody": { "content": { "application/json": {
            "schema": { "$ref": "#/components/schemas/Tree" } } } } } } }
        }
        """)!;
}
