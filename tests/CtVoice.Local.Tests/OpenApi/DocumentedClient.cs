using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.OpenApi;

/// <summary>
/// Somebody who knows nothing but the API's description: sends its examples, and holds what comes back to its statuses,
/// content types and schemas.
/// </summary>
internal sealed class DocumentedClient(ReviewStory story, JsonNode document) : IDisposable
{
    /// <summary>The review of the examples.</summary>
    private const string ExampleReview = "r-acdefghjkm";

    // Fewer than one key's limit of rate lets through.
    private const int OfOneKey = 50;

    private readonly HttpClient http = new() { BaseAddress = story.Url };
    private readonly SchemaCheck check = new(document);
    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private string coordinator = "";
    private int asked;

    /// <summary>Operations that answered as they should.</summary>
    internal IReadOnlySet<string> Done => done;

    /// <summary>ETag of the last answer.</summary>
    internal string? ETag { get; private set; }

    /// <summary>What the examples say, and what it is here: ids that no example can foresee.</summary>
    internal Dictionary<string, string> Here { get; } = new(StringComparer.Ordinal);

    /// <summary>The operations of the document: path, method and what is said of them, by their id.</summary>
    internal static IReadOnlyDictionary<string, (string Path, string Method, JsonObject Operation)> Operations(JsonNode document) =>
        document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(m => (path.Key, Method: m.Key, Operation: m.Value!.AsObject())))
            .ToDictionary(o => o.Operation["operationId"]!.GetValue<string>(), o => (o.Key, o.Method, o.Operation), StringComparer.Ordinal);

    /// <summary>The year of the story, where an example names its own.</summary>
    internal int Year { get; set; } = 2026;

    /// <summary>Does an operation with its documented body; the answer, when it has one in JSON.</summary>
    /// <param name="operation">Its id.</param>
    /// <param name="who">Name of the key; null for nobody's.</param>
    /// <param name="path">Values of the path other than the review's id: <c>name=value</c>; with <c>?</c> in front, of the query.</param>
    /// <param name="file">What is sent where the body is a file.</param>
    /// <param name="ifMatch">Sends the last ETag.</param>
    internal async Task<JsonNode?> DoAsync(string operation, string? who, string path = "", HttpContent? file = null, bool ifMatch = false)
    {
        var (template, method, said) = Operations(document)[operation];
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), Filled(template, path));
        if (who is not null)
            request.Headers.Add("X-Api-Key", who is "coordinator" ? await CoordinatorAsync() : story.Key(who));
        if (ifMatch)
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ETag!));
        // The id of a review follows from the key, and so does its panel: the story is the same each time.
        if (said["parameters"] is JsonArray parameters && parameters.Any(p => p!["name"]!.GetValue<string>() == "Idempotency-Key"))
            request.Headers.Add("Idempotency-Key", "documented");
        request.Content = file ?? Body(said);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        Assert.True(
            status[0] is '2' && said["responses"]?[status] is not null,
            $"{operation} answers {status}, which is no success that is documented: {text}");
        await story.SettleAsync();
        done.Add(operation);
        ETag = response.Headers.ETag?.ToString() ?? ETag;
        return Checked(operation, said["responses"]![status]!["content"] as JsonObject, response.Content.Headers.ContentType
            ?.MediaType, text);
    }

    public void Dispose() => http.Dispose();

    /// <summary>The coordinator does so much that the limit of rate of one key would be reached on a fast machine.</summary>
    private async Task<string> CoordinatorAsync()
    {
        if (asked++ % OfOneKey == 0)
            coordinator =
                (await story.Service<AccessKeys>().CreateAsync("the coordinator of the examples", Role.Coordinator, null, null)).Token;
        return coordinator;
    }

    private JsonNode? Checked(string operation, JsonObject? content, string? type, string text)
    {
        Assert.Equal(content is null, type is null);
        if (content is null)
            return null;
        Assert.True(content.ContainsKey(type!), $"{operation} answers {type}, which is not documented.");
        if (type != "application/json")
            return null;
        var answer = JsonNode.Parse(text);
        var faults = check.Faults(answer, content[type]!["schema"]!);
        Assert.True(faults.Count == 0, $"{operation} is not answered as documented: {string.Join("; ", faults)}\n{text}");
        return answer;
    }

    private StringContent? Body(JsonObject said)
    {
        if (said["requestBody"]?["content"]?["application/json"]?["example"] is not { } example)
            return null;
        var text = example.ToJsonString();
        foreach (var (there, here) in Here)
            text = text.Replace($"\"{there}\"", $"\"{here}\"", StringComparison.Ordinal);
        text = text.Replace(ExampleReview, story.Id, StringComparison.Ordinal)
            .Replace("\"year\":2026", $"\"year\":{Year}", StringComparison.Ordinal);
        return new StringContent(text, Encoding.UTF8, "application/json");
    }

    private string Filled(string template, string values)
    {
        var (path, query) = (template, "");
        foreach (var value in values.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, given) =
                (value[..value.IndexOf('=', StringComparison.Ordinal)],
                    Uri.EscapeDataString(value[(value.IndexOf('=', StringComparison.Ordinal) + 1)..]));
            if (name[0] == '?')
                query += (query.Length == 0 ? "?" : "&") + $"{name[1..]}={given}";
            else
                path = path.Replace($"{{{name}}}", given, StringComparison.Ordinal);
        }
        return path.Replace("{id}", story.Id, StringComparison.Ordinal) + query;
    }
}
