using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Talks;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Storage;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;
using CtVoice.Language.Sms;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Whom a resident calls who asks for help.</summary>
/// <param name="Name">A person's name.</param>
/// <param name="Phone">Their number, as it is dialled.</param>
public sealed record HelpContact(string Name, string Phone);

/// <summary>
/// What happens to everything that arrives: stored raw, understood, matched, applied, answered. Each step may be repeated;
/// whatever a crash leaves undone the sweep does again.
/// </summary>
public sealed partial class InboundProcessor(
    InboundStore inbox, DueRows due, HoldingPen pen, ReviewStore reviews, ReviewCommands commands, BoardStore board,
    ContactStore contacts, PhoneQueue phones, AnsweredQuestions answered, Messenger messenger, DeliveryReports deliveries, LeadingTalks talks, LastHeard heard, BesideAnswers beside, StartingAgain starting,
    TableSet tables, FollowUpMessages followUps, FailedWork failed, Alerts alerts, OnCallReplies onCall, BusinessCalendar calendar, CtVoiceOptions options, TimeProvider clock)
{
    private readonly HelpContact help = options.Help;
    private readonly FixedAnswer unwatched = alerts.Fixed;

    /// <summary>
    /// Messages of one member that a review's questions take by themselves, and as many each of its follow-ups: a phone that
    /// never stops must not fill the review's row.
    /// </summary>
    private const int MostPieces = 200;

    private const string TooOften = "This member has written so often in this review that a person must look.";

    /// <summary>An answer to a message just received leaves at once, at any hour, if it leaves within this time.</summary>
    public static TimeSpan AtOnce { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Takes a message. When this returns true it is durable, and applied as well unless that was interrupted.</summary>
    /// <returns>False when the same message had been taken before.</returns>
    public async Task<bool> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken = default)
    {
        if (await StoreAsync(message, cancellationToken) is not { } row)
            return false;
        await ProcessAsync(message.Id, row, cancellationToken);
        return true;
    }

    /// <summary>Makes a message durable and no more. Null when it was stored before.</summary>
    public Task<DueRow?> StoreAsync(InboundMessage message, CancellationToken cancellationToken = default) =>
        inbox.AddAsync(message, clock.GetUtcNow(), cancellationToken);

    /// <summary>
    /// Does what is left to do for a stored message, after what the same sender wrote before it: whichever of them is
    /// looked at first, they are applied in the order in which they were received.
    /// </summary>
    public async Task ProcessAsync(string id, DueRow row, CancellationToken cancellationToken = default)
    {
        if (await FinishAsync(row, cancellationToken))
            await due.RemoveAsync(row, cancellationToken);
    }

    /// <summary>The same without removing the row; false when no message is stored that it announced, or somebody else is at it.</summary>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        if (await inbox.ReadAsync(row.Subject.Id, cancellationToken) is not { Outcome: null } waiting)
            return await ApplyAsync(row, cancellationToken);
        await HeedAsync(waiting.Message, cancellationToken);
        foreach (var (stored, before) in await inbox.EarlierAsync(waiting.Message, row, cancellationToken))
        {
            // One that waits for a store that is busy holds up its sender's others for a while, not for ever.
            if (clock.GetUtcNow() - stored.Message.ReceivedAt <= AtOnce)
                await ApplyEarlierAsync(before, cancellationToken);
        }
        var work = ApplyAsync(row, cancellationToken);
        await Task.WhenAny(work);
        if (work.Exception?.InnerException is { } failure)
            await AlertIfUnreadAsync(waiting.Message, failure, cancellationToken);
        return await work;
    }

    private async Task<bool> ApplyAsync(DueRow row, CancellationToken cancellationToken)
    {
        var id = row.Subject.Id;
        if (await inbox.ReadAsync(id, cancellationToken) is not { } stored)
            return false;
        if (stored.Outcome is null)
        {
            var heardNow = await alerts.HearAsync(stored.Message, cancellationToken);
            var outcome = stored.Message.Channel switch
            {
                "sms" => await TextAsync(stored, heardNow, cancellationToken),
                PageForm.Channel => await PageAsync(stored.Message, heardNow, cancellationToken),
                _ => await MailAsync(stored.Message, cancellationToken),
            };
            outcome = await alerts.AnsweredAsync(heardNow.Danger, outcome, cancellationToken);
            stored = (await inbox.ReadAsync(id, cancellationToken))!;
            if (!await inbox.NoteAsync(stored, outcome, cancellationToken))
                return false;
            stored = (await inbox.ReadAsync(id, cancellationToken))!;
        }
        // A code is nobody's to read once what it was for is written down.
        if (stored.Outcome is { Because: StartingAgain.ByCode })
        {
            await inbox.HideAsync(id, cancellationToken);
            stored = (await inbox.ReadAsync(id, cancellationToken))!;
        }
        var later = new[] { await AnswerAsync(stored, cancellationToken), await TellOthersAsync(stored, cancellationToken) }.Min();
        if (later is { } at)
            _ = await due.AddAsync(row.Subject, at, cancellationToken);
        return true;
    }

    private async Task<InboundOutcome> TextAsync(StoredInbound stored, Heard heardNow, CancellationToken cancellationToken)
    {
        var message = stored.Message;
        var members = await contacts.MembersOnPhoneAsync(message.From, cancellationToken);
        // No member uses a phone that is on call: its list refuses one that somebody does.
        if (members.Count == 0 && await onCall.HearAsync(message, cancellationToken) is { } word)
            return word;
        if (members.Count == 0)
            return await PenStrangerAsync(message, "No member uses this number.", cancellationToken);
        await heard.NoteAsync(members, Channel.Sms, message.ReceivedAt, cancellationToken);
        var (optedOut, turn, question) = stored.Arrival ?? await ArrivalAsync(stored, members[0], cancellationToken);
        var review = turn is null ? null : await reviews.ReadAsync(turn.ReviewId, cancellationToken);
        var invitation = turn is null ? null : review?.State.InvitationOf(turn.MemberId);
        // A shared phone is answered in the language of whoever was asked on it.
        var language = invitation?.Language ?? (await board.GetAsync(members[0], cancellationToken))?.Languages[0] ?? "en";
        var phrases = Phrases.In(language);
        if (message.Media > 0 && string.IsNullOrWhiteSpace(message.Text))
            return new(InboundPlace.ClarificationAsked, "Pictures or files without a word.", turn?.ReviewId, Answer: phrases.NoMedia);
        if (await starting.TakeCodeAsync(message, members, phrases, cancellationToken) is { } started)
            return started;
        var context = invitation is null
            ? new SmsContext(OptedOut: optedOut, OpenQuestion: false)
            : new SmsContext(turn!.FollowUp is { } asked ? FollowingUp.Choices(asked) : Offered(review!.State, turn.MemberId, question), optedOut);
        context = context with { Heard = heardNow };
        var reading = SmsReader.Read(message.Text, context);
        // A second reply beside the provider's own would only confuse.
        var ours = !ProviderKeywords.Answered(options.Keywords, message);
        switch (reading.Kind)
        {
            case SmsKind.OptOut:
                await ConsentAsync(members, Channel.Sms, ConsentState.Withdrawn, message, cancellationToken);
                if (members.Count > 1)
                    await LeaveSharedPhoneAsync(message, turn, cancellationToken);
                else
                    await EndAsync(turn, cancellationToken);
                return new(InboundPlace.OptOut, reading.Because, Answer: ours ? phrases.Stopped : null, Droppable: true);
            // A plain yes may answer anything: from a phone that had stopped it counts once we have asked.
            case SmsKind.OptIn when SmsReader.Read(message.Text, context with { OptedOut = false }).Kind != SmsKind.OptIn
                && !await phones.WasAskedAgainAsync(message.From, cancellationToken):
                await phones.NoteAskedAgainAsync(message.From, cancellationToken);
                return new(InboundPlace.ClarificationAsked, "A plain yes from a phone that had stopped.", turn?.ReviewId, Answer: phrases.AskAgain);
            case SmsKind.OptIn:
                return await starting.TakeAsync(message, members, reading.Because, ours, phrases, cancellationToken);
            case SmsKind.Help:
                return new(InboundPlace.Help, reading.Because, Answer: ours ? await unwatched.BesideAsync(phrases.Help(help.Name, help.Phone), phrases, asText: true, cancellationToken) : null);
            case SmsKind.Automated or SmsKind.Tapback:
                return new(InboundPlace.Automated, reading.Because, turn?.ReviewId) { ReactsTo = reading.ReactsTo };
        }
        if (turn is not null && Talk.Is(turn.ReviewId) && await TalkAsync(message, turn.ReviewId, turn.MemberId, Said.Of(reading), cancellationToken) is { } talked)
            return talked;
        if (turn is null || review is null)
            return await beside.HearAsync(message, Said.Of(reading), phrases, null, cancellationToken) ?? await PenAsync(message, "No question was ever open on this number.", phrases.NothingOpen, cancellationToken);
        if (turn.FollowUp is { } followUp)
        {
            return string.Equals(message.Text.Trim(), phrases.Ask, StringComparison.OrdinalIgnoreCase)
                ? await ShowAsync(review.State, turn.MemberId, followUp, cancellationToken)
                : SpeaksOfTheReview(review.State, turn.MemberId, followUp, reading.Flags)
                    ? await TakeAsync(message, turn.ReviewId, turn.MemberId, Said.Of(reading) with { Question = question }, cancellationToken)
                    : await TakeFollowUpAsync(message, turn.ReviewId, turn.MemberId, followUp, Said.Of(reading), cancellationToken);
        }
        if (string.Equals(message.Text.Trim(), phrases.Ask, StringComparison.OrdinalIgnoreCase) && review.State.Stage is ReviewStage.Open)
            return await ShowAsync(turn.ReviewId, turn.MemberId, language, cancellationToken);
        return await TakeAsync(message, turn.ReviewId, turn.MemberId, Said.Of(reading) with { Question = question }, cancellationToken);
    }

    private async Task<InboundArrival> ArrivalAsync(StoredInbound stored, string memberId, CancellationToken cancellationToken)
    {
        var turn = await phones.LastAsync(stored.Message.From, cancellationToken);
        var review = turn is null ? null : (await reviews.ReadAsync(turn.ReviewId, cancellationToken))?.State;
        var member = await board.GetAsync(turn?.MemberId ?? memberId, cancellationToken);
        var arrival = new InboundArrival(member?.Consents(Channel.Sms) is not true, turn, review is null ? 1 : OpenOn(review, turn!.MemberId, stored.Message));
        return (await inbox.NoteArrivalAsync(stored, arrival, cancellationToken)).Arrival!;
    }

    private static int OpenOn(Review review, string memberId, InboundMessage message) => review.InvitationOf(memberId) is { } invitation
        ? ShowingQuestions.OpenOn(review, invitation, message.Channel, message.ReceivedAt) ?? 0
        : 1;

    private async Task<InboundOutcome> MailAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var review = (StoredReview?)null;
        if (await answered.FindAsync(message, cancellationToken) is not { Question: var found }
            || ((review = await reviews.ReadAsync(found.ReviewId, cancellationToken)) is null && !Talk.Is(found.ReviewId)))
            return await PenStrangerAsync(message, "Nothing in this mail says which question it answers.", cancellationToken);
        var member = await board.GetAsync(found.MemberId, cancellationToken);
        var phrases = Phrases.In(member?.Languages[0] ?? "en");
        (found, var reading) = review is null ? (found, IncomingMail.Read(message, EmailContext.Default)) : ReadForOpen(found, review.State, message);
        if (reading.Kind is not EmailKind.Automated)
            await heard.NoteAsync([found.MemberId], Channel.Email, message.ReceivedAt, cancellationToken);
        switch (reading.Kind)
        {
            case EmailKind.Automated:
                await HeardFromMachineAsync(reading.Automation, found, message, cancellationToken);
                return new(InboundPlace.Automated, reading.Because, found.ReviewId);
            case EmailKind.OptOut:
                await ConsentAsync([found.MemberId], Channel.Email, ConsentState.Withdrawn, message, cancellationToken);
                await EndAsync(new(found.ReviewId, found.MemberId, 0), cancellationToken);
                return new(InboundPlace.OptOut, reading.Because, found.ReviewId, Answer: phrases.Stopped, Droppable: true);
            case EmailKind.OptIn:
                await ConsentAsync([found.MemberId], Channel.Email, ConsentState.Given, message, cancellationToken);
                return new(InboundPlace.OptIn, reading.Because, found.ReviewId, Answer: phrases.Started);
            case EmailKind.Help:
                return new(InboundPlace.Help, reading.Because, found.ReviewId, Answer: await unwatched.BesideAsync(phrases.Help(help.Name, help.Phone), phrases, asText: false, cancellationToken));
        }
        var said = Said.Of(reading);
        if (review is null)
        {
            return await TalkAsync(message, found.ReviewId, found.MemberId, said, cancellationToken)
                ?? await PenAsync(message, "It answers a question that is no longer open.", phrases.NothingOpen, cancellationToken);
        }
        return found.FollowUp is { } followUp && !SpeaksOfTheReview(review.State, found.MemberId, followUp, said.Flags)
            ? await TakeFollowUpAsync(message, found.ReviewId, found.MemberId, followUp, said, cancellationToken)
            : await TakeAsync(message, found.ReviewId, found.MemberId, said, cancellationToken);
    }

    private static EmailContext ContextOf(CodedQuestion question, Review review, InboundMessage message) => new(question.FollowUp is { } asked
        ? FollowingUp.Choices(asked)
        : Offered(review, question.MemberId, OpenOn(review, question.MemberId, message)))
    {
        Sent = review.InvitationOf(question.MemberId) is { } invitation ? MemberWords.Sent(review, invitation) : [],
    };

    /// <summary>
    /// A number in a mail about a review answers the one numbered question that is open there: news and what we ask about
    /// them come at the same instant, and nobody can tell which of the two mails to answer. Who speaks of the answer they
    /// gave before means that one.
    /// </summary>
    private (CodedQuestion Question, EmailReading Reading) ReadForOpen(CodedQuestion found, Review review, InboundMessage message)
    {
        if (found.FollowUp is null && FollowingUp.OpenFor(review, found.MemberId, calendar, message.ReceivedAt).ToList() is [var open]
            && review.FollowUpOf(found.MemberId, open)!.AskedAt <= message.ReceivedAt)
        {
            var asked = found with { FollowUp = open };
            var reading = IncomingMail.Read(message, ContextOf(asked, review, message));
            if ((reading.Choice is not null || AboutNumber.In(reading.Reply) is not null || SpeaksOfBefore(reading.Flags)) && !SpeaksOfTheReview(review, found.MemberId, open, reading.Flags))
                return (asked, reading);
        }
        return (found, IncomingMail.Read(message, ContextOf(found, review, message)));
    }

    private static bool SpeaksOfBefore(IReadOnlyList<string> flags) => flags.Contains(Flags.ChangeAnswer) || flags.Contains(Flags.Withdraw);

    /// <summary>
    /// "Change my answer", "take it back": the answer that was given last is meant. While the follow-up that is open has none, that is
    /// the one to the review's own questions.
    /// </summary>
    private static bool SpeaksOfTheReview(Review review, string memberId, FollowUpKind open, IReadOnlyList<string> flags) =>
        SpeaksOfBefore(flags) && review.FollowUpOf(memberId, open)?.Standing.Any() is not true;

    /// <summary>Takes what answers the open question of a talk; null when none is open. Words that may tell of danger are heard in a talk as well.</summary>
    private async Task<InboundOutcome?> TalkAsync(InboundMessage message, string kind, string memberId, Said said, CancellationToken cancellationToken)
    {
        if (said.Aside is { Alone: true, Kind: AsideKind.Call or AsideKind.Question }
            && await beside.HearAsync(message, said, Phrases.In((await board.GetAsync(memberId, cancellationToken))?.Languages[0] ?? "en"), null, cancellationToken) is { } heardToday)
            return heardToday;
        if (await talks.TakeAsync(message, kind, memberId, WrittenWords.Bounded(said.Text), said.OnForm ? said.Question : null, cancellationToken) is not { } taken)
            return null;
        await FlagAsync(message, said, cancellationToken);
        var language = (await board.GetAsync(memberId, cancellationToken))?.Languages[0] ?? "en";
        return taken with { Answer = said.Fixed(Phrases.In(language), help) ?? (said.OnForm ? null : taken.Answer) };
    }

    /// <summary>Options of a question; of the one that comes next where the member has seen none.</summary>
    private static int Offered(Review review, string memberId, int question) =>
        review.Questions[Math.Clamp(question == 0 ? review.InvitationOf(memberId)?.NextQuestion ?? 1 : question, 1, review.Questions.Count) - 1].Offered.Count;

    private async Task<InboundOutcome> TakeAsync(
        InboundMessage message, string reviewId, string memberId, Said said, CancellationToken cancellationToken)
    {
        var hidden = await HidesTopicAsync(message, reviewId, memberId, cancellationToken);
        if (await beside.TakeAsync(message, reviewId, memberId, said, hidden, cancellationToken) is { } noAnswer)
        {
            // Who may not want any message gets one question back, and a person looks as well.
            if (noAnswer.Place is InboundPlace.ClarificationAsked)
                await FlagAsync(message, said, cancellationToken);
            return noAnswer;
        }
        // One that was taken before a crash is not too much: it is finished.
        var written = (await reviews.ReadAsync(reviewId, cancellationToken))?.State.Replies.Where(r => r.MemberId == memberId).SelectMany(r => r.Pieces).ToList() ?? [];
        if (written.Count >= MostPieces && written.All(piece => piece.InboundId != message.Id))
            return await PenAsync(message, TooOften, null, cancellationToken);
        // "3 number 2 is not what I asked": which of the two is the choice, only the member can tell.
        var torn = !said.OnForm && AboutNumber.In(said.Text) is { Bare: false };
        var taken = await commands.DecideAsync(
            reviewId, (review, now) => TakingReplies.Decide(
                review, new(memberId, message.Id, message.Channel, message.ReceivedAt, torn ? null : said.Choice, said.Words)
                {
                    Question = said.Question,
                    Says = said.Says,
                    ChoiceAmong = offered => Revision.ChoiceIn(said.Text, offered),
                    Picks = said.Picks,
                    NotQuoted = said.NotQuoted || said.Flags.Contains(Flags.DoNotQuote),
                    HeldBecause = Flags.Holding(said.Flags),
                    OnForm = said.OnForm,
                    Unclear = torn || !said.OnForm && Unclear.In(said.Text, said.Choice, Offered(review, memberId, said.Question ?? OpenOn(review, memberId, message))),
                    Shows = said.HasFixedAnswer ? Showing.Nothing : hidden ? Showing.Hidden : Showing.InFull,
                }, now),
            cancellationToken: cancellationToken);
        var state = (await reviews.ReadAsync(reviewId, cancellationToken))!.State;
        var language = state.InvitationOf(memberId)?.Language ?? "en";
        var phrases = Phrases.In(language);
        if (taken!.Result.Place is TakingReplies.Place.NotAsked)
            return await PenAsync(message, "The review that this sender was last asked about takes no replies.", phrases.NothingOpen, cancellationToken);
        await FlagAsync(message, said, cancellationToken);
        var receipt = ReplyReceipt.Of(state, language, taken.Result, hidden);
        var answer = said.Fixed(phrases, help) ?? (message.Media > 0 ? $"{receipt.Text} {phrases.NoMedia}" : receipt.Text);
        // Words that answer nothing that was shown may be worth a place: a person decides.
        if (taken.Result.Place is TakingReplies.Place.NotShown && said.Words is { } words && words.Any(char.IsLetter) && said.Says is not { Named: not null, Bare: true })
            return await PenAsync(message, "The member had not seen the question yet.", answer, cancellationToken);
        return new(receipt.Place, said.Because, reviewId, taken.Result.Reply, answer)
        {
            Shows = !said.HasFixedAnswer && receipt.Place is InboundPlace.Accepted && !said.OnForm ? taken.Result.NextQuestion : null,
        };
    }

    private async Task<bool> HidesTopicAsync(InboundMessage message, string reviewId, string memberId, CancellationToken cancellationToken) =>
        message.Channel == "sms" && ((await reviews.ReadAsync(reviewId, cancellationToken))?.State.Sensitive is true || (await board.GetAsync(memberId, cancellationToken))?.Discreet is true);

    /// <summary>Shows the question that comes next to a member who asks to see it.</summary>
    private async Task<InboundOutcome> ShowAsync(string reviewId, string memberId, string language, CancellationToken cancellationToken)
    {
        _ = await commands.DecideAsync(reviewId, (review, now) => ShowingQuestions.Show(review, memberId, "sms", now), cancellationToken: cancellationToken);
        var state = (await reviews.ReadAsync(reviewId, cancellationToken))!.State;
        var number = Math.Min(state.InvitationOf(memberId)!.NextQuestion, state.Questions.Count);
        return new(InboundPlace.QuestionShown, "asks to see the question", reviewId, Answer: MemberWords.Question(state, language, number)) { Shows = number };
    }

    private async Task<InboundOutcome> TakeFollowUpAsync(
        InboundMessage message, string reviewId, string memberId, FollowUpKind kind, Said said, CancellationToken cancellationToken)
    {
        var before = (await reviews.ReadAsync(reviewId, cancellationToken))?.State;
        var asked = before?.FollowUpOf(memberId, kind);
        if (asked is not null && await beside.TakeAsync(message, before!, asked, said, cancellationToken) is { } noAnswer)
        {
            // Whoever wants no more of this may want no message at all.
            if (noAnswer.Place is InboundPlace.Skipped && said.Aside is not { Kind: AsideKind.Skip })
                await FlagAsync(message, said, cancellationToken);
            return noAnswer;
        }
        if (asked is not null && asked.Pieces.Count + asked.Late.Count >= MostPieces && !asked.Holds(message.Id))
            return await PenAsync(message, TooOften, null, cancellationToken);
        var listed = kind is FollowUpKind.Satisfaction ? before?.Recommendations.Count : asked?.Shown.Count;
        var read = said.OnForm ? new(said.Choice, [], Bare: false) : FollowUpAnswer.Of(kind, said.Text, said.Choice, listed ?? 0);
        var taken = await commands.DecideAsync(
            reviewId, (review, now) => FollowingUp.Take(
                review, new(memberId, kind, message.Id, message.Channel, message.ReceivedAt, read.Choice, read.Bare ? null : WrittenWords.In(said.Text, read.Choice))
                {
                    Names = read.Names,
                    NotQuoted = said.NotQuoted || said.Flags.Contains(Flags.DoNotQuote),
                    HeldBecause = Flags.Holding(said.Flags),
                }, calendar, now),
            cancellationToken: cancellationToken);
        var state = (await reviews.ReadAsync(reviewId, cancellationToken))!.State;
        var phrases = Phrases.In(state.FollowUpOf(memberId, kind)?.Language ?? state.InvitationOf(memberId)?.Language ?? "en");
        if (taken!.Result.Place is FollowingUp.Place.NotAsked)
            return await PenAsync(message, "The review that this sender was last asked about takes no replies.", phrases.NothingOpen, cancellationToken);
        await FlagAsync(message, said, cancellationToken);
        var answer = taken.Result switch
        {
            { Place: FollowingUp.Place.Late } => phrases.SavedLate,
            { Unclear: true } => kind is FollowUpKind.ReadBack ? phrases.RightOrNot : phrases.AnsweredOrNot,
            { WantsWords: true } => phrases.SayWhatIsWrong,
            _ => phrases.Saved(read.Choice),
        };
        return new(
            taken.Result.Place is FollowingUp.Place.Late ? InboundPlace.Late : InboundPlace.Accepted, said.Because, reviewId,
            Answer: said.Fixed(phrases, help) ?? (message.Media > 0 ? $"{answer} {phrases.NoMedia}" : answer));
    }

    private async Task<InboundOutcome> ShowAsync(Review review, string memberId, FollowUpKind kind, CancellationToken cancellationToken)
    {
        var language = review.FollowUpOf(memberId, kind)?.Language ?? review.InvitationOf(memberId)!.Language;
        var words = await followUps.ComposeAsync(review, memberId, kind, language, asText: true, discreet: false, cancellationToken: cancellationToken);
        return new(InboundPlace.QuestionShown, "asks to see the question", review.Id, Answer: words.Text);
    }

    private async Task FlagAsync(InboundMessage message, Said said, CancellationToken cancellationToken)
    {
        if (said.MayMeanStop)
            await pen.AddAsync(new(message.Id, message.ReceivedAt, "May ask to be left alone: " + said.Because), cancellationToken);
    }

    /// <summary>Sends the direct answer. Returns when to try again; null when there is nothing left to send.</summary>
    private async Task<DateTimeOffset?> AnswerAsync(StoredInbound stored, CancellationToken cancellationToken)
    {
        if (stored.Outcome is not { Answer: { } text, Answered: false } outcome)
            return null;
        var now = clock.GetUtcNow();
        if (now - stored.Message.ReceivedAt > AtOnce)
        {
            if (outcome.Droppable)
            {
                _ = await inbox.NoteAsync(stored, outcome with { Answered = true }, cancellationToken);
                return null;
            }
            if (QuietHours.Default.NextAllowed(now, BusinessCalendar.Zone) is var allowed && allowed > now)
                return allowed;
        }
        var question = stored.Message.Channel == "sms" ? null : await answered.FindAsync(stored.Message, cancellationToken);
        // What was asked to stop is confirmed whatever else was said that day.
        if (outcome.Place is not InboundPlace.OptOut && await AnswersEnoughAsync(stored.Message, question, text, now, cancellationToken) is { } member)
        {
            await pen.CountAsync(new(stored.Message.Id, stored.Message.ReceivedAt, "Too many answers in this thread today: no more are sent."), member, cancellationToken);
            await NotShownAsync(stored, question, cancellationToken);
            _ = await inbox.NoteAsync(stored, outcome with { Answered = true }, cancellationToken);
            return null;
        }
        var place = new OutboxPlace($"answer|{stored.Message.Id}", "answer");
        var sent = stored.Message.Channel == "sms"
            ? await messenger.TextAsync(place, stored.Message.From, new("", text), cancellationToken)
            : await MailBackAsync(place, question, text, cancellationToken);
        if (sent is MessageOutcome.NotBefore later)
            return later.At;
        if (sent is not MessageOutcome.Sent)
            await NotShownAsync(stored, question, cancellationToken);
        _ = await inbox.NoteAsync(stored, outcome with { Answered = true }, cancellationToken);
        return null;
    }

    /// <summary>The answer that was to show a question did not leave: the question is still to be asked.</summary>
    private async Task NotShownAsync(StoredInbound stored, AnsweredQuestion? question, CancellationToken cancellationToken)
    {
        if (stored.Outcome is { Shows: { } number, ReviewId: { } reviewId } && (stored.Arrival?.Turn?.MemberId ?? question?.Question.MemberId) is { } memberId)
        {
            _ = await commands.DecideAsync(
                reviewId, (review, now) => ShowingQuestions.NeverLeft(review, memberId, number, stored.Message.Channel, now), cancellationToken: cancellationToken);
        }
    }

    /// <summary>
    /// Answers an email at the address that the member gave us: where it claims to come from proves nothing. Without a
    /// member there is nobody to answer.
    /// </summary>
    private async Task<MessageOutcome?> MailBackAsync(OutboxPlace place, AnsweredQuestion? question, string text, CancellationToken cancellationToken)
    {
        if (question is not (var code, var found)
            || await contacts.ForSendingAsync(found.MemberId, cancellationToken) is not { Email: { } address })
            return null;
        var language = (await reviews.ReadAsync(found.ReviewId, cancellationToken))?.State.InvitationOf(found.MemberId)?.Language
            ?? (await board.GetAsync(found.MemberId, cancellationToken))?.Languages[0] ?? "en";
        return await messenger.MailAsync(place, address, new(Phrases.In(language).Subject(code), text), code, cancellationToken: cancellationToken);
    }

    /// <summary>
    /// A person says where a message from the holding pen belongs. Null when there is no such message, or the review takes
    /// nothing from that member; placing it again changes nothing.
    /// </summary>
    public async Task<TakingReplies.Taken?> PlaceAsync(
        string id, string reviewId, string memberId, int? question, string keyId, CancellationToken cancellationToken = default)
    {
        if (await inbox.ReadAsync(id, cancellationToken) is not { } stored || await reviews.ReadAsync(reviewId, cancellationToken) is not { } review)
            return null;
        var asked = review.State.Questions[Math.Clamp(question ?? 1, 1, review.State.Questions.Count) - 1];
        var (text, choice, flags) = Understood(stored.Message, asked.Offered.Count);
        var taken = await commands.DecideAsync(
            reviewId, (state, now) => TakingReplies.Decide(
                state, new(memberId, id, stored.Message.Channel, stored.Message.ReceivedAt, choice, WrittenWords.In(text, choice))
                {
                    Question = question,
                    PlacedBy = keyId,
                    NotQuoted = flags.Contains(Flags.DoNotQuote),
                    HeldBecause = Flags.Holding(flags),
                }, now),
            cancellationToken: cancellationToken);
        if (taken is not { Result: { Place: not TakingReplies.Place.NotAsked } result })
            return null;
        await PlacedAsync(stored, reviewId, result.Place is TakingReplies.Place.Late, result.Reply, cancellationToken);
        return result;
    }

    /// <summary>
    /// A person says that a message from the holding pen answers a follow-up. Null when there is no such message, or the
    /// member was not asked that; placing it again changes nothing.
    /// </summary>
    public async Task<FollowingUp.Taken?> PlaceAsync(
        string id, string reviewId, string memberId, FollowUpKind kind, string keyId, CancellationToken cancellationToken = default)
    {
        if (await inbox.ReadAsync(id, cancellationToken) is not { } stored)
            return null;
        var (text, choice, flags) = Understood(stored.Message, FollowingUp.Choices(kind));
        var taken = await commands.DecideAsync(
            reviewId, (state, now) => FollowingUp.Take(
                state, new(memberId, kind, id, stored.Message.Channel, stored.Message.ReceivedAt, choice, WrittenWords.In(text, choice))
                {
                    PlacedBy = keyId,
                    NotQuoted = flags.Contains(Flags.DoNotQuote),
                    HeldBecause = Flags.Holding(flags),
                }, calendar, now),
            cancellationToken: cancellationToken);
        if (taken is not { Result: { Place: not FollowingUp.Place.NotAsked } result })
            return null;
        await PlacedAsync(stored, reviewId, result.Place is FollowingUp.Place.Late, reply: null, cancellationToken);
        return result;
    }

    private async Task PlacedAsync(StoredInbound stored, string reviewId, bool late, int? reply, CancellationToken cancellationToken)
    {
        _ = await inbox.NoteAsync(
            stored, new(late ? InboundPlace.Late : InboundPlace.Accepted, "placed by a person", reviewId, reply, Answered: true), cancellationToken);
        await pen.RemoveAsync(stored.Message.Id, cancellationToken);
    }

    private static (string Text, int? Choice, IReadOnlyList<string> Flags) Understood(InboundMessage message, int choices)
    {
        if (message.Channel == "email")
        {
            var mail = IncomingMail.Read(message, new(choices));
            return (mail.Reply, mail.Choice, mail.Flags);
        }
        var text = SmsReader.Read(message.Text, new(choices));
        if (message.Channel != PageForm.Channel)
            return (text.Text, text.Choice, text.Flags);
        var form = PageForm.Of(message);
        return (message.Text, form.Choice ?? text.Choice, form.NotQuoted ? [.. text.Flags, Flags.DoNotQuote] : text.Flags);
    }

    /// <summary>The member whose thread got all the answers that it gets today; null while there is room for this one.</summary>
    private async Task<string?> AnswersEnoughAsync(InboundMessage message, AnsweredQuestion? answers, string answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sender = inbox.SenderOf(message);
        var (thread, member) = message.Channel == "sms"
            ? (sender, await contacts.MembersOnPhoneAsync(message.From, cancellationToken) is [var first, ..] ? first : sender)
            : answers is var (code, question) ? (code, question.MemberId) : (sender, sender);
        var most = alerts.IsFixed(answer) ? AnswerCap.WithUrgent : AnswerCap.PerDay;
        return await AnswerCap.TakeAsync(tables, thread, message.Id, most, now, cancellationToken) ? null : member;
    }

    private async Task<string> LanguageAsync(string reviewId, string memberId, CancellationToken cancellationToken) =>
        (await reviews.ReadAsync(reviewId, cancellationToken))?.State.InvitationOf(memberId)?.Language ?? "en";

    /// <summary>What a machine tells of our mail is acted upon, and never answered.</summary>
    private async Task HeardFromMachineAsync(
        Automation? automation, CodedQuestion found, InboundMessage message, CancellationToken cancellationToken)
    {
        if (automation is Automation.HardBounce)
            await deliveries.BouncedAsync(found.ReviewId, found.MemberId, cancellationToken);
        if (automation is not Automation.Complaint)
            return;
        await ConsentAsync([found.MemberId], Channel.Email, ConsentState.Withdrawn, message, cancellationToken);
        await EndAsync(new(found.ReviewId, found.MemberId, 0), cancellationToken);
    }

    /// <summary>Nobody knows who of those on the phone said STOP: texts end for all, the review goes on another way.</summary>
    private async Task LeaveSharedPhoneAsync(InboundMessage message, PhoneTurn? turn, CancellationToken cancellationToken)
    {
        await pen.AddAsync(new(message.Id, message.ReceivedAt, "STOP on a phone that several members use: texts ended for each of them."), cancellationToken);
        if (turn is not null)
        {
            _ = await commands.DecideAsync(
                turn.ReviewId, (review, now) => Inviting.Lost(
                    review, turn.MemberId, review.InvitationOf(turn.MemberId) is { Reminders: [.., var last] } ? last.Kind : MessagePurpose.Invitation.Kind, now),
                cancellationToken: cancellationToken);
        }
    }

    /// <summary>
    /// Tells everybody on a stopped phone, each by email of their own. It answers nobody, so it waits for the day. Returns
    /// when to try again.
    /// </summary>
    private async Task<DateTimeOffset?> TellOthersAsync(StoredInbound stored, CancellationToken cancellationToken)
    {
        if (stored is not { Outcome.Place: InboundPlace.OptOut, Message.Channel: "sms" }
            || await contacts.MembersOnPhoneAsync(stored.Message.From, cancellationToken) is not { Count: > 1 } members)
            return null;
        var now = clock.GetUtcNow();
        DateTimeOffset? again = null;
        foreach (var id in members)
        {
            if (await board.GetAsync(id, cancellationToken) is not { State: MemberState.Active } member || !member.Consents(Channel.Email)
                || await contacts.ForSendingAsync(id, cancellationToken) is not { Email: { } address })
                continue;
            var phrases = Phrases.In(member.Languages[0]);
            var allowed = QuietHours.Default.NextAllowed(now, TimeZoneInfo.FindSystemTimeZoneById(member.Zone));
            var at = allowed > now ? allowed
                : await messenger.MailAsync(new($"answer|{stored.Message.Id}", $"stopped|{id}"), address, new(phrases.Board, phrases.PhoneStopped), null, cancellationToken: cancellationToken)
                    is MessageOutcome.NotBefore later ? later.At : (DateTimeOffset?)null;
            again = again is null || at < again ? at ?? again : again;
        }
        return again;
    }

    /// <summary>Of one number or address that nobody knows, a few a day lie in the pen by themselves; the others are counted.</summary>
    private async Task<InboundOutcome> PenStrangerAsync(InboundMessage message, string because, CancellationToken cancellationToken)
    {
        await pen.AddOfStrangerAsync(new(message.Id, message.ReceivedAt, because), inbox.SenderOf(message), cancellationToken);
        return new(InboundPlace.Unmatched, because);
    }

    private async Task<InboundOutcome> PenAsync(InboundMessage message, string because, string? answer, CancellationToken cancellationToken)
    {
        await pen.AddAsync(new(message.Id, message.ReceivedAt, because), cancellationToken);
        return new(InboundPlace.Unmatched, because, Answer: answer);
    }

    private async Task ConsentAsync(
        IReadOnlyList<string> members, Channel channel, ConsentState state, InboundMessage message, CancellationToken cancellationToken)
    {
        // Everybody on the number: the phone stops, not one of those who use it.
        foreach (var member in members)
            _ = await board.RecordConsentAsync(member, new(channel, state, message.ReceivedAt, "keyword", message.Channel), cancellationToken);
    }

    private async Task EndAsync(PhoneTurn? turn, CancellationToken cancellationToken)
    {
        if (turn is not null)
        {
            _ = await commands.DecideAsync(turn.ReviewId, (review, now) => Inviting.Stop(review, turn.MemberId, now), cancellationToken: cancellationToken);
        }
    }
}
