using System.Net;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Web.Views;

namespace CtVoice.Local.Verification;

/// <summary>
/// Checks a running installation from outside: its checkpoints, which everybody may read, and with the key of an auditor
/// or a coordinator every ledger they name. States and texts are not seen from there.
/// </summary>
internal sealed class ServerVerification(HttpClient http, string? key)
{
    // A server that says "later" says when; more often than this it is not going to answer.
    private const int Attempts = 5;

    /// <summary>Checks everything, or one review.</summary>
    /// <exception cref="HttpRequestException">The server does not answer, or does not know the key.</exception>
    public async Task<Outcome> RunAsync(
        string? only, Checkpoint? kept, IReadOnlyCollection<CheckpointKey> trusted, CancellationToken cancellationToken)
    {
        var outcome = new Outcome(key is null ? Outcome.OfCheckpoints : Outcome.OfServer);
        var anchors = new Anchors();
        // A kept checkpoint is a good place to begin: what came before it is in it.
        var walk = new CheckpointWalk(trusted);
        if (kept is not null && walk.Take(kept) is { } text)
            anchors.Add(kept.Number, text);
        var latest = await GetAsync<CheckpointView>("api/register/checkpoints/latest", cancellationToken);
        if (kept is not null)
        {
            if (await GetAsync<CheckpointView>($"api/register/checkpoints/{kept.Number}", cancellationToken) is not { } held)
                outcome.OfChain([$"the server has no checkpoint {kept.Number}, which the file has"]);
            else if (held.Text != kept.Text)
                outcome.OfChain([$"the server's checkpoint {kept.Number} is not the one in the file"]);
            outcome.Checkpoints++;
        }
        for (var number = (kept?.Number ?? 0) + 1; number <= latest?.Number; number++)
        {
            if (await GetAsync<CheckpointView>($"api/register/checkpoints/{number}", cancellationToken) is not { } next)
                continue;
            outcome.Checkpoints++;
            if (walk.Take(next.ToCheckpoint()) is { } read)
                anchors.Add(next.Number, read);
        }
        outcome.OfChain(walk.Problems);
        if (key is not null)
        {
            foreach (var id in only is null ? anchors.Reviews : [only])
                outcome.OfReview(id, await CheckAsync(id, anchors, cancellationToken));
        }
        return outcome;
    }

    private async Task<IReadOnlyList<string>> CheckAsync(string id, Anchors anchors, CancellationToken cancellationToken)
    {
        if (await GetAsync<List<LedgerView>>($"api/reviews/{id}/ledger", cancellationToken) is not { } views)
            return anchors.Against(id, []).FirstOrDefault() is { } gone ? [gone] : ["there is no such review"];
        List<LedgerEntry> entries = [.. views.Select(v => new LedgerEntry(v.Number, v.Text, v.Hash))];
        return [.. LedgerVerifier.CheckChain(entries), .. anchors.Against(id, entries)];
    }

    private async Task<T?> GetAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (key is not null)
                request.Headers.Add("X-Api-Key", key);
            using var response = await http.SendAsync(request, cancellationToken);
            switch (response.StatusCode)
            {
                case HttpStatusCode.OK:
                    return JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync(cancellationToken), WorkflowJson.Options);
                case HttpStatusCode.NotFound:
                    return null;
                case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                    throw new HttpRequestException("The key does not open the ledgers: it takes that of an auditor or a coordinator.", null,
                        response.StatusCode);
                case HttpStatusCode.TooManyRequests when attempt < Attempts:
                    await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), cancellationToken);
                    break;
                default:
                    throw new HttpRequestException($"The server answered {(int)response.StatusCode} to /{path}.", null,
                        response.StatusCode);
            }
        }
    }
}
