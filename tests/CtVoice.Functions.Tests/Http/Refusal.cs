using System.Net;
using System.Text.Json.Nodes;

namespace CtVoice.Functions.Tests.Http;

/// <summary>An answer as a caller sees it, to be compared with that of another host.</summary>
internal sealed record Refusal(HttpStatusCode Status, string Headers, string Text)
{
    // What a server adds by itself.
    private static readonly string[] OfTheServer = ["Date", "Server", "Transfer-Encoding", "Content-Length"];

    /// <summary>What was answered; of what is no refusal only the names of the headers, because the hosts hold different data.</summary>
    internal static async Task<Refusal> OfAsync(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => !OfTheServer.Contains(h.Key));
        return answer.IsSuccessStatusCode
            ? new(answer.StatusCode, Lines(headers.Select(h => h.Key)), "")
            : new(answer.StatusCode, Lines(headers.Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")),
                Told(await answer.Content.ReadAsStringAsync()));
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    /// <summary>The answer without the trace id, which names one request.</summary>
    private static string Told(string text)
    {
        if (!text.StartsWith('{'))
            return text;
        var problem = JsonNode.Parse(text)!.AsObject();
        problem.Remove("traceId");
        return problem.ToJsonString();
    }
}
