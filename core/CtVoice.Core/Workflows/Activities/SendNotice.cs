using System.Globalization;
using CtVoice.Core.Accountability;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Core.Workflows.Activities;

/// <summary>
/// Sends one notice that names everything it is about: to the addressee while there is time, to OPM once an answer is overdue,
/// and to the chair of the Executive Board when it is OPM's.
/// </summary>
public sealed class SendNotice(
    ReviewStore reviews, ReviewCommands commands, Messenger messenger, EscalationContact escalation, BusinessCalendar calendar,
    TimeProvider clock)
    : IActivity<AddresseeNotice, Sending>
{
    public async Task<Sending> RunAsync(AddresseeNotice input, CancellationToken cancellationToken)
    {
        var now = ReviewCommands.Later(clock.GetUtcNow(), input.Now);
        if (await reviews.ReadAsync(input.ReviewId, cancellationToken) is not { State: var review }
            || AddresseeParts.Find(review, input.Number) is not { } addressee
            || AddresseeSchedule.Of(review, addressee, calendar, now).Next != input.Step)
            return Sending.Done;
        if (SendingHours.WaitForOffice(now) is { } allowed)
            return new(allowed);
        var about = AddresseeSchedule.About(review, addressee, input.Step, calendar, now);
        var address = await AddressAsync(review, addressee, input.Step, cancellationToken);
        var outcome = await messenger.MailAsync(
            Place(review, addressee, input), address, NoticeWords.Of(review, addressee, input.Step, about), null,
            cancellationToken: cancellationToken);
        if (outcome is MessageOutcome.NotBefore later)
            return new(later.At);
        // A refused notice is done with as well: the register shows what is late whether or not a mailbox works.
        var numbers = about.Select(r => r.Number).ToList();
        _ = await commands.DecideAsync(
            input.ReviewId, (state, at) => EndingParts.NoticeSent(state, new(addressee, input.Step.Kind, input.Step.DueAt, numbers, at)),
            now, cancellationToken: cancellationToken);
        return Sending.Done;
    }

    // The nth of its kind for that due instant: what an answer in between takes off the list changes no key.
    private static OutboxPlace Place(Review review, string addressee, AddresseeNotice input)
    {
        var nth = review.Notices.Count(n => n.Addressee == addressee && n.Kind == input.Step.Kind && n.DueAt == input.Step.DueAt);
        return new(ReviewRows.Partition(review.Id), ReviewRows.Outbox(string.Create(
            CultureInfo.InvariantCulture,
            $"addressee|{input.Number}|{input.Step.Kind}|{input.Step.DueAt.UtcDateTime:yyyyMMddHHmm}|{nth}")));
    }

    private async Task<string> AddressAsync(Review review, string addressee, ClockStep step, CancellationToken cancellationToken)
    {
        if (AddresseeSchedule.IsEscalation(step.Kind))
            return addressee == Addressees.Opm ? escalation.ExecutiveBoardChair : escalation.Address;
        var project = await reviews.ReadProjectAsync(review.Id, cancellationToken);
        var contact = addressee == review.Agency
            ? project?.RequestingContact
            : project?.SharingAgencies.FirstOrDefault(a => a.Agency == addressee)?.Contact;
        // Whoever named nobody is reached through OPM, the Governing Board too.
        return contact?.Email ?? escalation.Address;
    }
}
