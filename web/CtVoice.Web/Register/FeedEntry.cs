using CtVoice.Core.Ledger;
using CtVoice.Web.Views;

namespace CtVoice.Web.Register;

/// <summary>One step of a review as a feed tells it.</summary>
/// <param name="Id">Made of the review, the kind of step and which of its kind it is: the same for ever,
/// also when more kinds are told one day.</param>
/// <param name="Review">Id of the review.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Agency">Code of the agency that asked for the review.</param>
/// <param name="Day">When.</param>
/// <param name="Number">Which step of the review.</param>
/// <param name="Says">What happened.</param>
internal sealed record FeedEntry(string Id, string Review, string Title, string Agency, DateOnly Day, int Number, string Says)
{
    /// <summary>What may be told of a review's ledger, oldest first.</summary>
    internal static IReadOnlyList<FeedEntry> Of(string review, string title, string agency, IEnumerable<LedgerEntry> ledger) =>
    [
        .. PublicSteps.Of(ledger).GroupBy(s => s.Type, StringComparer.Ordinal).SelectMany(kind => kind.Select((step, i) => new FeedEntry(
            string.Create(null, $"urn:ctvoice:review:{review}:{step.Type}:{i + 1}"), review, title, agency, step.Day, step.Number,
            PublicSteps.Of(step)))).OrderBy(e => e.Number),
    ];
}
