using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Accountability.Activities;

/// <summary>Who is told when an agency does not answer.</summary>
/// <param name="Address">Work address at OPM.</param>
public sealed record EscalationContact(string Address);

/// <summary>Sends one notice about one recommendation: to the addressee while there is time, to OPM once it is overdue.</summary>
public sealed class SendNotice(
    ReviewStore reviews, ReviewCommands commands, Messenger messenger, EscalationContact opm, BusinessCalendar calendar, TimeProvider clock)
    : IActivity<RecommendationNotice, Sending>
{
    public async Task<Sending> RunAsync(RecommendationNotice input, CancellationToken cancellationToken)
    {
        var now = ReviewCommands.Later(clock.GetUtcNow(), input.Now);
        if (await reviews.ReadAsync(input.ReviewId, cancellationToken) is not { } stored
            || RecommendationSight.Of(stored.State, input.Number, calendar, now) is not { Over: false } sight || sight.Notice != input.Kind)
            return Sending.Done;
        if (QuietHours.Default.NextAllowed(now, BusinessCalendar.Zone) is var allowed && allowed > now)
            return new(allowed);
        var escalation = RecommendationSight.IsEscalation(input.Kind);
        var address = escalation
            ? opm.Address
            // An agency that named nobody is reached through OPM.
            : (await reviews.ReadProjectAsync(input.ReviewId, cancellationToken))?.RequestingContact?.Email ?? opm.Address;
        var place = new OutboxPlace(
            ReviewRows.Partition(input.ReviewId),
            ReviewRows.Outbox(string.Create(CultureInfo.InvariantCulture, $"recommendation|{input.Number}|{input.Kind}")));
        var outcome = await messenger.MailAsync(place, address, Words(stored.State, input.Number, escalation), null, cancellationToken: cancellationToken);
        if (outcome is MessageOutcome.NotBefore later)
            return new(later.At);
        // A refused notice is done with as well: the register shows the overdue answer whether or not a mailbox works.
        _ = await commands.DecideAsync(
            input.ReviewId, (review, at) => Answering.NoticeSent(review, input.Number, input.Kind, at), now, cancellationToken);
        return Sending.Done;
    }

    private static Wording Words(Review review, int number, bool escalation)
    {
        var recommendation = review.Recommendations.First(r => r.Number == number);
        var due = LocalTime.DateIn(BusinessCalendar.Zone, recommendation.DueAt).ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
        var what = string.Create(CultureInfo.InvariantCulture, $"recommendation {number} on \"{review.Title}\" (review {review.Id})");
        return escalation
            ? new($"Overdue: answer to {what}", $"{recommendation.Addressee} has not answered {what}. The answer was due on {due}. The public register shows it as overdue.")
            : new($"Due {due}: answer to {what}", $"The Resident Advisory Board waits for {recommendation.Addressee}'s answer to {what}. It is due on {due}.");
    }
}
