using CtVoice.Core.Conversations.OnCall;

namespace CtVoice.Core.RealPeople;

/// <summary>Whether everything is answered that must be before messages reach residents. Thread-safe.</summary>
public sealed class BeforeRealPeople(PreconditionAnswers answers, OnCallStore onCall)
{
    /// <summary>Path of the page on which they are answered.</summary>
    public const string Path = "/desk/before-real-people";

    /// <summary>Each of them, as it stands now.</summary>
    public async Task<IReadOnlyList<PreconditionState>> ReadAsync(CancellationToken cancellationToken = default)
    {
        var given = await answers.AllAsync(cancellationToken);
        var approval = (await onCall.ApprovedAsync(cancellationToken))?.Approval;
        return [.. Precondition.All.Select(what => new PreconditionState(what, ByItself(what, approval) ?? given[what.Id].LastOrDefault()))];
    }

    /// <summary>Why messages may not reach residents yet, in one sentence; null when they may.</summary>
    /// <param name="publicUrl">Where the product is reached.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<string?> RefusalAsync(Uri? publicUrl, CancellationToken cancellationToken = default)
    {
        var missing = (await ReadAsync(cancellationToken)).Where(s => s.Answer is null).Select(s => s.What.Name).ToList();
        return missing.Count == 0 ? null
            : $"messages reach residents once each of these is answered with a name and a date on {publicUrl?.GetLeftPart(UriPartial.Authority)}{Path}, "
                + $"where Practice or Simulated lets you do that: {string.Join("; ", missing)}.";
    }

    // A list in force goes before whatever was said of there being none.
    private static PreconditionAnswer? ByItself(Precondition what, OnCallApproval? approval) =>
        what.Id == Precondition.OnCall && approval is not null ? new(approval.By, approval.On, "The list in force.", approval.At, approval.KeyId) : null;
}
