using System.Globalization;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.Foia;
using CtVoice.Core.Reviews.Texts;
using CtVoice.Language.Meaning;

namespace CtVoice.Web.Views;

/// <summary>
/// The record of a review as public records law asks for it: everything that is not exempt, and a list of every passage
/// that is, each with its exemption. Members have the pseudonyms of this review.
/// </summary>
/// <param name="Review">Where it stands.</param>
/// <param name="MadeAt">When this was made.</param>
/// <param name="Exemptions">Version of the list of exemptions.</param>
/// <param name="ExemptionsSource">Where that list comes from.</param>
/// <param name="Withheld">Every passage that is withheld.</param>
public sealed record FoiaView(ReviewView Review, DateTimeOffset MadeAt, string Exemptions, string ExemptionsSource,
    IReadOnlyList<WithheldPassage> Withheld)
{
    /// <summary>The project as the agency sent it.</summary>
    public ProjectRequest? Project { get; init; }

    /// <summary>What residents read.</summary>
    public IReadOnlyList<ReviewText> Texts { get; init; } = [];

    /// <summary>Who was chosen, by pseudonym.</summary>
    public IReadOnlyList<FoiaMember> Panel { get; init; } = [];

    /// <summary>What was answered.</summary>
    public IReadOnlyList<FoiaReply> Replies { get; init; } = [];

    /// <summary>The report as it went to the agencies, with every recommendation and answer.</summary>
    public ReportView? Report { get; init; }

    /// <summary>The whole ledger, with the exact text and hash of each entry.</summary>
    public IReadOnlyList<LedgerView> Ledger { get; init; } = [];

    internal static async Task<FoiaView> OfAsync(StoredReview stored, ReviewStore reviews, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var review = stored.State;
        var exemptions = Core.Reviews.Foia.Exemptions.Shipped;
        var replies = new List<FoiaReply>();
        foreach (var reply in review.Replies)
        {
            var given = Withholding.OfWords(reply) is null
                ? await reviews.ReadContentAsync(review.Id, reply.Release!.Content, cancellationToken) : null;
            replies.Add(new(
                reply.Number, reply.Pseudonym, reply.Question, reply.Choice, reply.Late, reply.Withdrawn,
                Core.Calendar.LocalTime.DateIn(Core.Calendar.BusinessCalendar.Zone, reply.Pieces[0].ReceivedAt),
                given is null ? null : Masking.Mask(given)));
        }
        return new(ReviewView.ForInsiders(review), now, exemptions.Version, exemptions.Source, Withholding.Of(review, exemptions))
        {
            Project = await reviews.ReadProjectAsync(review.Id, cancellationToken),
            Texts = review.Texts,
            Panel = review.Panel is { } panel
                ? [.. panel.Seats.Concat(panel.Reserve).Select((s, i) => FoiaMember.Of(review, s, reserve: i >= panel.Seats.Count))]
                : [],
            Replies = replies,
            Report = await ReportView.OfAsync(review, reviews, now, Audience.Agency, cancellationToken),
            Ledger = [.. (await reviews.ReadLedgerAsync(review.Id, cancellationToken)).Select(LedgerView.Of)],
        };
    }
}

/// <summary>A member of the panel, by pseudonym.</summary>
/// <param name="Pseudonym">Name in the ledger of this review, and in no other.</param>
/// <param name="Reserve">True for an alternate.</param>
/// <param name="Asked">The day on which they were asked.</param>
/// <param name="Reminders">Reminders that were sent.</param>
public sealed record FoiaMember(string Pseudonym, bool Reserve, DateOnly? Asked, int Reminders)
{
    internal static FoiaMember Of(Review review, Seat seat, bool reserve) => review.InvitationOf(seat.MemberId) is { } invitation
        ? new(
            seat.Pseudonym, reserve,
            invitation.SentAt is { } sent ? Core.Calendar.LocalTime.DateIn(Core.Calendar.BusinessCalendar.Zone, sent) : null,
            invitation.Reminders.Count)
        : new(seat.Pseudonym, reserve, null, 0);
}

/// <summary>A reply in the record.</summary>
/// <param name="Number">Number within the review.</param>
/// <param name="Pseudonym">Who, by pseudonym.</param>
/// <param name="Question">Number of the question.</param>
/// <param name="Choice">1 to 3; absent when none was made.</param>
/// <param name="Late">An addendum.</param>
/// <param name="Withdrawn">Taken back by the member.</param>
/// <param name="Day">The day on which it came.</param>
/// <param name="Words">The words as a person released them; absent when there were none or they are withheld.</param>
public sealed record FoiaReply(
    int Number, string Pseudonym, int Question, int? Choice, bool Late, bool Withdrawn, DateOnly Day, string? Words)
{
    /// <summary>A line for people.</summary>
    internal string Spoken => string.Create(
        CultureInfo.InvariantCulture,
        $"{Pseudonym}, {Day:yyyy-MM-dd}, question {Question}: "
            + $"{(Choice is { } choice ? $"choice {choice}" : "no choice")}{(Late ? ", late" : "")}{(Withdrawn ? ", taken back" : "")}");
}
