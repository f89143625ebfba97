using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;
using CtVoice.Language.Sms;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Reads a message in the light of what its sender had before them. Pure.</summary>
internal static class Understand
{
    /// <summary>What a message says.</summary>
    /// <param name="about">What it belongs to.</param>
    /// <param name="heard">What its words were found to tell of danger.</param>
    /// <param name="calendar">Says which follow-ups are still open.</param>
    public static Understood Of(Correlation about, Heard heard, BusinessCalendar calendar) =>
        about.Form is { } form ? OfForm(about, form, heard) : about.IsText ? OfText(about, heard) : OfMail(about, calendar);

    /// <summary>A message that a person says answers this question: its words, its choice, and what else they say.</summary>
    public static Understood ByHand(InboundMessage message, int offered)
    {
        if (message.Channel is Channel.Email)
            return Understood.Of(IncomingMail.Read(message, new(offered)));
        var text = Understood.Of(SmsReader.Read(message.Text, new(offered)));
        if (message.Channel != PageForm.Channel)
            return text;
        var form = PageForm.Of(message);
        return new(message.Text, form.Choice ?? text.Choice, form.NotQuoted ? [.. text.Flags, Flags.DoNotQuote] : text.Flags, text.Because);
    }

    /// <summary>
    /// "Change my answer", "take it back": the answer that was given last is meant. While the follow-up that is open has none, that is
    /// the one to the review's own questions.
    /// </summary>
    public static bool SpeaksOfTheReview(Review review, string memberId, FollowUpKind open, Understood said) =>
        said.SpeaksOfBefore && review.FollowUpOf(memberId, open)?.Standing.Any() is not true;

    private static Understood OfText(Correlation about, Heard heard)
    {
        var context = about.Invitation is null
            ? new SmsContext(OptedOut: about.OptedOut, OpenQuestion: false)
            : new SmsContext(about.FollowUp is { } asked ? FollowingUp.Choices(asked) : about.Offered, about.OptedOut);
        context = context with { Heard = heard };
        var said = Understood.Of(SmsReader.Read(about.Message.Text, context)) with { FollowUp = about.FollowUp, Question = about.Question };
        return said.Intent is Intent.OptIn
            ? said with { PlainYes = SmsReader.Read(about.Message.Text, context with { OptedOut = false }).Kind is not SmsKind.OptIn }
            : said;
    }

    private static Understood OfMail(Correlation about, BusinessCalendar calendar)
    {
        if (about.Review is not { State: var review })
            return Understood.Of(IncomingMail.Read(about.Message, EmailContext.Default));
        return AnswersOpenFollowUp(about, review, calendar) ?? Read(about, about.FollowUp);
    }

    /// <summary>
    /// A number in a mail about a review answers the one numbered question that is open there: news and what we ask about
    /// them come at the same instant, and nobody can tell which of the two mails to answer. Who speaks of the answer they
    /// gave before means that one.
    /// </summary>
    private static Understood? AnswersOpenFollowUp(Correlation about, Review review, BusinessCalendar calendar)
    {
        if (about.FollowUp is not null || FollowingUp.OpenFor(review, about.MemberId, calendar, about.Message.ReceivedAt)
            .ToList() is not [var open]
            || review.FollowUpOf(about.MemberId, open)!.AskedAt > about.Message.ReceivedAt)
            return null;
        var said = Read(about, open);
        return (said.Choice is not null || AboutNumber.In(said.Sure) is not null || said.SpeaksOfBefore)
            && !SpeaksOfTheReview(review, about.MemberId, open, said)
            ? said
            : null;
    }

    private static Understood Read(Correlation about, FollowUpKind? followUp)
    {
        var review = about.Review!.State;
        var context = new EmailContext(followUp is { } asked ? FollowingUp.Choices(asked) : about.Offered)
        {
            Sent = about.Invitation is { } invitation ? MemberWords.Sent(review, invitation) : [],
        };
        return Understood.Of(IncomingMail.Read(about.Message, context)) with { FollowUp = followUp };
    }

    /// <summary>
    /// The question is the form's, and what was ticked goes before what the words say. Opting out works by any reasonable means
    /// (47 CFR 64.1200(a)(10)): also in the box for something else.
    /// </summary>
    private static Understood OfForm(Correlation about, PageForm form, Heard heard)
    {
        var offered = about.IsDialogue
            ? 0
            : form.FollowUp is { } followUp ? FollowingUp.Choices(followUp) : about.Review is null ? 0 : about.Offered;
        var reading = SmsReader.Read(about.Message.Text, new(offered, OpenQuestion: form.Choice is null && offered > 0)
        {
            Heard = heard,
            By = ContactChannel.Text | ContactChannel.Mail, // Nothing pauses in doubt here: whichever is named ends.
        });
        var optsOut = reading.Kind is SmsKind.OptOut;
        var choice = about.IsDialogue || form.Choice <= offered ? form.Choice : reading.Choice;
        return new(
            about.IsDialogue ? PageForm.Answer(form.Choice, about.Message.Text) : about.Message.Text, choice, reading.Flags,
            optsOut ? reading.Because : "filled in on the page")
        {
            Intent = optsOut ? Intent.OptOut : Intent.Say,
            MayMeanStop = reading.Kind is SmsKind.AmbiguousOptOut,
            FollowUp = form.FollowUp,
            Question = form.Question,
            OnForm = true,
            Ticked = form.Choice is not null && !about.IsDialogue,
            NotQuoted = form.NotQuoted && !about.IsDialogue,
        };
    }
}
