using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Reviews;

/// <summary>A set of rules that new reviews started with from an instant on.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="At">From when on; null for those of the installation, which held from the start.</param>
/// <param name="By">Id of the key that put them in force; null for those of the installation.</param>
public sealed record PolicyInForce(ReviewPolicy Policy, DateTimeOffset? At, string? By);

/// <summary>What became of a new set of rules.</summary>
/// <param name="Faults">Why it was refused; empty when it was not.</param>
/// <param name="Changed">False when it was in force before.</param>
/// <param name="Overtaken">True when somebody else was faster: nothing was stored.</param>
public sealed record PolicyChange(IReadOnlyList<Fault> Faults, bool Changed = false, bool Overtaken = false);

/// <summary>
/// The rules that new reviews start with, beside the data files of the assessment. Each change is a row that is only ever
/// added, so that nobody's change is overwritten and all of them stay readable. A running review has its own copy. Thread-safe.
/// </summary>
public sealed class ReviewPolicies(ITable records, ReviewPolicy first)
{
    private const string Partition = "reference";
    private const string Prefix = "review-policy|";

    /// <summary>The rules that a review starts with now.</summary>
    public async Task<ReviewPolicy> CurrentAsync(CancellationToken cancellationToken = default) =>
        (await AllAsync(cancellationToken))[^1].Policy;

    /// <summary>Every set of rules that was in force, oldest first; the last one is.</summary>
    public async Task<IReadOnlyList<PolicyInForce>> AllAsync(CancellationToken cancellationToken = default)
    {
        var rows = await records.AllAsync(TableQuery.StartingWith(Partition, Prefix), cancellationToken);
        return [new(first, null, null),
            .. rows.Select(r => new PolicyInForce(Whole(Read(r.LongTextOrNull()!)), r.Instant("at"), r.Text("by")))];
    }

    /// <summary>Checks a set of rules and puts it in force for reviews that start from now on.</summary>
    /// <param name="policy">The rules; a version names one content for good.</param>
    /// <param name="seen">How many sets of rules the caller has seen, so that a change in between is not overwritten.</param>
    /// <param name="keyId">Who.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async Task<PolicyChange> PutAsync(ReviewPolicy policy, int seen, string keyId, DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        policy = Whole(policy);
        var faults = ReviewPolicyCheck.Of(policy);
        if (faults.Count > 0)
            return new(faults);
        var held = await AllAsync(cancellationToken);
        if (held.Count != seen)
            return new([], Overtaken: true);
        var text = Text(policy);
        if (held.Any(h => h.Policy.Version == policy.Version && Text(h.Policy) != text))
            return new([new("/version", $"The version {policy.Version} has another content; give this one a version of its own.")]);
        if (Text(held[^1].Policy) == text)
            return new([]);
        // The number is the next one that is free: whoever comes second finds it taken.
        var row = new TableRow(Partition, Prefix + held.Count.ToString("D6", CultureInfo.InvariantCulture)).With("at", now)
            .With("by", keyId).WithText(text);
        var stored = await records.SubmitAsync(Partition, [new TableOperation.Insert(row)], cancellationToken);
        return new([], stored.Committed, !stored.Committed);
    }

    // Rules of before there was such a time, and callers that do not know of it: what the installation says.
    private ReviewPolicy Whole(ReviewPolicy policy) => policy with { StopForMinutes = policy.StopForMinutes ?? first.StopForMinutes };

    private static string Text(ReviewPolicy policy) => JsonSerializer.Serialize(policy, WorkflowJson.Options);

    private static ReviewPolicy Read(string text) => JsonSerializer.Deserialize<ReviewPolicy>(text, WorkflowJson.Options)!;
}
