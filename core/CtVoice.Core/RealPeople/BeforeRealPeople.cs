using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.RealPeople;

/// <summary>Whether everything is answered that must be before messages reach residents. Thread-safe.</summary>
public sealed class BeforeRealPeople(PreconditionAnswers answers, OnCallStore onCall, ReviewLists lists)
{
    /// <summary>Path of the page on which they are answered.</summary>
    public const string Path = "/desk/before-real-people";

    // More than anybody begins.
    private const int Looked = 100;

    /// <summary>Each of them, as it stands now.</summary>
    public async Task<IReadOnlyList<PreconditionState>> ReadAsync(CancellationToken cancellationToken = default)
    {
        var given = await answers.AllAsync(cancellationToken);
        var byItself = new Dictionary<string, PreconditionAnswer?>(StringComparer.Ordinal)
        {
            // A list in force goes before whatever was said of there being none.
            [Precondition.OnCall] = await ListInForceAsync(cancellationToken),
            [Precondition.Practice] = await PracticeDoneAsync(cancellationToken),
        };
        return [.. Precondition.All.Select(what =>
            new PreconditionState(what, byItself.GetValueOrDefault(what.Id) ?? given[what.Id].LastOrDefault()))];
    }

    /// <summary>Why messages may not reach residents yet, in one sentence; null when they may.</summary>
    /// <param name="publicUrl">Where the product is reached.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<string?> RefusalAsync(Uri? publicUrl, CancellationToken cancellationToken = default)
    {
        var missing = (await ReadAsync(cancellationToken)).Where(s => s.Answer is null).Select(s => s.What.Name).ToList();
        return missing.Count == 0 ? null
            : $"messages reach residents once each of these is answered with a name and a date on "
                + $"{publicUrl?.GetLeftPart(UriPartial.Authority)}{Path}, "
                + $"where Practice or Simulated lets you do that: {string.Join("; ", missing)}.";
    }

    private async Task<PreconditionAnswer?> ListInForceAsync(CancellationToken cancellationToken) =>
        (await onCall.ApprovedAsync(cancellationToken))?.Approval is { } approval
            ? new(approval.By, approval.On, "The list in force.", approval.At, approval.KeyId) : null;

    // The newest that came to its end: a review that was cancelled, or needed none, was no practice.
    private async Task<PreconditionAnswer?> PracticeDoneAsync(CancellationToken cancellationToken) =>
        (await lists.ReadAsync(ReviewLists.Practice, Looked, null, cancellationToken)).Rows.FirstOrDefault(
            r => r.Text("stage") == nameof(ReviewStage.Finished)) is { } done
            && done.Instant("since") is { } at
            ? new($"Practice review {done.Text("id")}", LocalTime.DateIn(LocalTime.Connecticut, at), "Ran from request to last answer.", at,
                null)
            : null;
}
