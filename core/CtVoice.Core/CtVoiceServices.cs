using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Engine;
using CtVoice.Core.Honoraria;
using CtVoice.Core.Ledger;
using CtVoice.Core.Letters;
using CtVoice.Core.Lists;
using CtVoice.Core.Notices;
using CtVoice.Core.Operations;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Context;
using CtVoice.Core.Projects.Drafts;
using CtVoice.Core.Projects.Inventory;
using CtVoice.Core.RealPeople;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Todo;
using CtVoice.Core.Workflows;
using CtVoice.Core.Workflows.Erasing;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Core;

/// <summary>What an installation decides about the product.</summary>
/// <param name="IndexKey">Key of the indexes of phones and addresses, at least 32 bytes.</param>
/// <param name="ReplyDomain">Domain of the addresses that emailed replies go to.</param>
/// <param name="Help">Whom residents call.</param>
/// <param name="Escalation">Who at OPM is told when an agency does not answer.</param>
/// <param name="Policy">The rules that new reviews start with until the coordinator puts others in force.</param>
public sealed record CtVoiceOptions(byte[] IndexKey, string ReplyDomain, HelpContact Help, EscalationContact Escalation,
    ReviewPolicy Policy)
{
    /// <summary>Who answers the provider's own keywords.</summary>
    public KeywordHandling Keywords { get; init; } = KeywordHandling.Ours;

    /// <summary>What members are paid for a question; null where no rate is set.</summary>
    public Honorarium? Honorarium { get; init; }

    /// <summary>Secret of the key that signs checkpoints, at least 32 bytes; without it none is made.</summary>
    public byte[]? SigningKey { get; init; }

    /// <summary>The secret before it: vouches for the new key in the first checkpoint after a change.</summary>
    public byte[]? EarlierSigningKey { get; init; }

    /// <summary>Where the product is reached from outside; without it messages carry no links.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Who is told of danger at once; without it whoever at OPM is told of silence.</summary>
    public AlertContacts? AlertContacts { get; init; }

    /// <summary>The numbers that somebody in danger is told.</summary>
    public HelpLines HelpLines { get; init; } = HelpLines.Default;

    /// <summary>How early the board's office is told that a term ends.</summary>
    public TermOptions Terms { get; init; } = new();

    /// <summary>How fast messages leave.</summary>
    public PaceOptions Pace { get; init; } = PaceOptions.Default;

    /// <summary>What conversations and notices go by.</summary>
    public ConversationOptions Conversations => new(Help, Escalation)
    {
        Keywords = Keywords,
        PublicUrl = PublicUrl,
        AlertContacts = AlertContacts,
        HelpLines = HelpLines,
    };

    /// <summary>What checkpoints are signed with.</summary>
    public CheckpointKeys CheckpointKeys => new(SigningKey, EarlierSigningKey);
}

/// <summary>Registers everything that both hosts share.</summary>
public static class CtVoiceServices
{
    /// <summary>
    /// Adds the product. The host adds what differs: <see cref="TableSet"/>, <see cref="TimeProvider"/>,
    /// <see cref="IWorkflowClient"/>, <see cref="ISmsSender"/> and <see cref="IEmailSender"/>.
    /// </summary>
    public static IServiceCollection AddCtVoice(this IServiceCollection services, CtVoiceOptions options) => services
        .AddSingleton(options)
        .AddSingleton(options.Help)
        .AddSingleton(options.Escalation)
        .AddSingleton(s => s.GetRequiredService<CtVoiceOptions>().Conversations)
        .AddSingleton(s => s.GetRequiredService<CtVoiceOptions>().CheckpointKeys)
        .AddSingleton(s => new HonorariumOptions(s.GetRequiredService<CtVoiceOptions>().Honorarium))
        .AddSingleton(s => new SubscriptionOptions(s.GetRequiredService<CtVoiceOptions>().IndexKey))
        .AddSingleton(s => new ReferenceStore(s.GetRequiredService<TableSet>().Records))
        .AddSingleton(s => new ReviewPolicies(s.GetRequiredService<TableSet>().Records, s.GetRequiredService<CtVoiceOptions>().Policy))
        .AddSingleton(s => new CatalogueStore(s.GetRequiredService<TableSet>().Records))
        .AddSingleton<CatalogueUpdate>()
        .AddSingleton(s => new ClosingDayStore(s.GetRequiredService<TableSet>().Records))
        .AddSingleton<ClosingDayNews>()
        .AddSingleton(ReviewWorkflows.Catalog)
        .AddSingleton(BusinessCalendar.Connecticut)
        .AddSingleton(new ContactIndex(options.IndexKey))
        .AddSingleton(s => new DueRows(s.GetRequiredService<TableSet>().Records))
        .AddSingleton(s => new BoardStore(s.GetRequiredService<TableSet>().Records))
        .AddSingleton(s => new TableViewLog(s.GetRequiredService<TableSet>().Records))
        .AddSingleton<IViewLog>(s => s.GetRequiredService<TableViewLog>())
        .AddSingleton(s => new ContactStore(
            s.GetRequiredService<TableSet>().Contacts, s.GetRequiredService<ContactIndex>(), s.GetRequiredService<IViewLog>(),
            s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new SentMails(s.GetRequiredService<TableSet>(), s.GetRequiredService<ContactIndex>(), options.ReplyDomain))
        .AddSingleton(s => new ReplyAddress(s.GetRequiredService<TableSet>(), s.GetRequiredService<SentMails>(), options.ReplyDomain))
        .AddSingleton<AnsweredQuestions>()
        .AddSingleton<ReviewStore>()
        .AddSingleton<PublishedCounts>()
        .AddSingleton<ProjectCheck>()
        .AddSingleton<ProjectForecast>()
        .AddSingleton<ReviewLists>()
        .AddSingleton<PhoneQueue>()
        .AddSingleton<SubscriptionStore>()
        .AddSingleton<EventOutbox>()
        .AddSingleton<AgencyContacts>()
        .AddSingleton<Absences>()
        .AddSingleton<NoticeBoxes>()
        .AddSingleton<NoticeOutbox>()
        .AddSingleton<GuardrailReminding>()
        .AddSingleton<PaymentStore>()
        .AddSingleton<EffectRunner>()
        .AddSingleton<ReviewCommands>()
        .AddSingleton<ReviewRouting>()
        .AddSingleton<BoardImport>()
        .AddSingleton<StagedBoardImport>()
        .AddSingleton<ChangingContacts>()
        .AddSingleton<BoardChanged>()
        .AddSingleton<BoardVacancies>()
        .AddSingleton<ContextNotes>()
        .AddSingleton<ProjectDraftStore>()
        .AddSingleton<FollowUpMessages>()
        .AddSingleton(s => s.GetRequiredService<CtVoiceOptions>().Pace)
        .AddSingleton<Pacing>()
        .AddSingleton<StartCap>()
        .AddSingleton<Outbox>()
        .AddSingleton<Messenger>()
        .AddSingleton<MemberPost>()
        .AddSingleton<MemberWording>()
        .AddSingleton<FixedAnswer>()
        .AddSingleton<InboundStore>()
        .AddSingleton<HoldingPen>()
        .AddSingleton<UnreadableRows>()
        .AddSingleton<Matters>()
        .AddSingleton<WaitingWelcomes>()
        .AddSingleton(s => s.GetRequiredService<CtVoiceOptions>().Terms)
        .AddSingleton<EndingTerms>()
        .AddSingleton<TodoList>()
        .AddSingleton<Senders>()
        .AddSingleton<DeadLetters>()
        .AddSingleton<FailedWork>()
        .AddSingleton<OnCallStore>()
        .AddSingleton<OnCallAlerts>()
        .AddSingleton<PreconditionAnswers>()
        .AddSingleton<PracticePeople>()
        .AddSingleton<BeforeRealPeople>()
        .AddSingleton<StaffReach>()
        .AddSingleton<AlertSubjects>()
        .AddSingleton<TellOnCall>()
        .AddSingleton<Pager>()
        .AddSingleton<OnCallReplies>()
        .AddSingleton<Alerts>()
        .AddSingleton<BesideAnswers>()
        .AddSingleton<PauseInDoubt>()
        .AddSingleton<StartingAgain>()
        .AddSingleton<Strangers>()
        .AddSingleton<Correlate>()
        .AddSingleton<ApplyConsent>()
        .AddSingleton<AskForWords>()
        .AddSingleton<SaidOnce>()
        .AddSingleton<AnswerBack>()
        .AddSingleton<ApplyReply>()
        .AddSingleton<ApplyFollowUp>()
        .AddSingleton<ApplyDialogue>()
        .AddSingleton<HeardFrom>()
        .AddSingleton<AfterStop>()
        .AddSingleton<Apply>()
        .AddSingleton<AnswerDirectly>()
        .AddSingleton<TellSharedPhone>()
        .AddSingleton<ProcessMessage>()
        .AddSingleton<Receive>()
        .AddSingleton<PlaceByHand>()
        .AddSingleton<DictatedReplies>()
        .AddSingleton<SendLetter>()
        .AddSingleton<LetterBox>()
        .AddSingleton<StoppedAtProvider>()
        .AddSingleton<DeliveryReports>()
        .AddSingleton<UnsubscribeLinks>()
        .AddSingleton<TellMailStopped>()
        .AddSingleton<MemberLinks>()
        .AddSingleton<MemberCodes>()
        .AddSingleton<MemberPages>()
        .AddSingleton<FreeingPhones>()
        .AddSingleton<LastHeard>()
        .AddSingleton<SilentMembers>()
        .AddSingleton<DialogueStore>()
        .AddSingleton<AskInDialogue>()
        .AddSingleton<EndDialogue>()
        .AddSingleton<LeadingDialogues>()
        .AddSingleton<TakeDialogueAnswer>()
        .AddSingleton<ForgetDialogues>()
        .AddSingleton<Welcoming>()
        .AddSingleton<WelcomeRounds>()
        .AddSingleton<InventoryColumnsStore>()
        .AddSingleton<AssetReviews>()
        .AddSingleton<SilentYear>()
        .AddMemberTraces()
        .AddEffects()
        .AddDueWork()
        .AddSingleton(s => new DeliveryListener((partition, arrived, at, stop) =>
            s.GetRequiredService<NoticeBoxes>().ReportedAsync(partition, arrived, at, stop)))
        .AddSingleton<Sweep>()
        .AddSingleton<Watch>()
        .AddSingleton<Digest>()
        .AddSingleton<ErasureStore>()
        .AddSingleton<HoldStore>()
        .AddSingleton<SettingHolds>()
        .AddSingleton<LeaveReviews>()
        .AddSingleton<MessagesOfSender>()
        .AddSingleton<ForgetSender>()
        .AddSingleton<ErasingMembers>()
        .AddSingleton<CopiesElsewhere>()
        .AddSingleton<DestroyTexts>()
        .AddSingleton<Resuming>()
        .AddSingleton<MissingWorkflows>()
        .AddSingleton<WarmUp>()
        .AddSingleton<FinishedHistories>()
        .AddSingleton<CheckpointStore>()
        .AddSingleton<NightlyCheckpoint>()
        .AddSingleton<NightlyVerification>();

    /// <summary>What is forgotten of a member, in this order: what their number or address leads to goes before these.</summary>
    private static IServiceCollection AddMemberTraces(this IServiceCollection services) => services
        .AddTrace<LeaveReviews>("reviews", (reviews, id, stop) => reviews.ForgetAsync(id, stop))
        .AddTrace<ForgetSender>("messages", (sender, id, stop) => sender.ForgetAsync(id, stop))
        .AddTrace<ChangingContacts>("contact", (changing, id, stop) => changing.RemoveAsync(id, stop))
        .AddTrace<MemberLinks>("links", (links, id, stop) => links.RevokeAsync(id, stop))
        .AddTrace<MemberCodes>("code", (codes, id, stop) => codes.RemoveAsync(id, stop))
        .AddTrace<LetterBox>("letters", (letters, id, stop) => letters.ForgetAsync(id, stop))
        .AddTrace<ForgetDialogues>("talks", (dialogues, id, stop) => dialogues.ForgetAsync(id, stop))
        .AddTrace<StartCap>("messages of today", (starts, id, stop) => starts.ForgetAsync(id, stop))
        .AddTrace<WelcomeRounds>("rounds of welcomes", (rounds, id, stop) => rounds.ForgetAsync(id, stop))
        .AddTrace<Welcoming>("wish to be welcomed", (welcoming, id, stop) => welcoming.ForgetAsync(id, stop))
        .AddTrace<SilentMembers>("silent year", (silent, id, stop) => silent.ForgetAsync(id, stop))
        .AddTrace<UnsubscribeLinks>("unsubscribe links", (links, id, stop) => links.ForgetAsync(id, stop));

    private static IServiceCollection AddTrace<TService>(
        this IServiceCollection services, string what, Func<TService, string, CancellationToken, Task> forget)
        where TService : notnull =>
        services.AddSingleton(s => new MemberTrace(what, (id, stop) => forget(s.GetRequiredService<TService>(), id, stop)));

    /// <summary>What applies each kind of effect.</summary>
    private static IServiceCollection AddEffects(this IServiceCollection services) => services
        .AddEffect<IWorkflowClient, Effect.StartReview>(WorkflowEffects.StartReviewAsync)
        .AddEffect<IWorkflowClient, Effect.StartInvitation>(WorkflowEffects.StartInvitationAsync)
        .AddEffect<IWorkflowClient, Effect.StartAccountability>(WorkflowEffects.StartAccountabilityAsync)
        .AddEffect<IWorkflowClient, Effect.WakeReview>(WorkflowEffects.WakeReviewAsync)
        .AddEffect<IWorkflowClient, Effect.WakeInvitation>(WorkflowEffects.WakeInvitationAsync)
        .AddEffect<IWorkflowClient, Effect.WakeAccountability>(WorkflowEffects.WakeAccountabilityAsync)
        .AddEffect<BoardStore, Effect.NoteAsked>(
            (board, review, e, stop) => board.RecordAskedAsync(e.MemberId, review.State.Id, e.At, stop))
        .AddEffect<FreeingPhones, Effect.FreePhone>(
            (freeing, review, e, stop) => freeing.FreeAsync(e.MemberId, QuestionSource.Review(review.State.Id), stop))
        .AddEffect<PhoneQueue, Effect.KeepPhone>((phones, review, e, stop) => phones.KeepAsync(e.MemberId, review.State.Id, e.Until, stop))
        .AddEffect<ReviewLists, Effect.RefreshLists>((lists, review, _, stop) => lists.RefreshAsync(review, stop))
        .AddEffect<EventOutbox, Effect.RefreshLists>((events, review, _, stop) => events.PublishAsync(review, stop))
        .AddEffect<PaymentStore, Effect.RefreshLists>((payments, review, _, stop) => payments.RefreshAsync(review, stop))
        .AddEffect<NoticeOutbox, Effect.Tell>((notices, review, e, stop) => notices.TellAsync(review.State, e, stop));

    // Whoever applies it is looked for when it is applied: some of them take decisions themselves.
    private static IServiceCollection AddEffect<TService, TEffect>(
        this IServiceCollection services, Func<TService, StoredReview, TEffect, CancellationToken, Task> apply)
        where TService : notnull
        where TEffect : Effect =>
        services.AddSingleton(s => EffectHandler.Of<TEffect>(
            (review, effect, stop) => apply(s.GetRequiredService<TService>(), review, effect, stop)));

    /// <summary>What does each kind of due work.</summary>
    private static IServiceCollection AddDueWork(this IServiceCollection services) => services
        .AddDueWork<EffectRunner>(ReviewStore.DueKind, (effects, row, stop) => effects.FinishAsync(row, stop))
        .AddDueWork<Receive>(InboundStore.DueKind, (inbound, row, stop) => inbound.FinishAsync(row, stop))
        .AddDueWork<Resuming>(Resuming.DueKind, (resuming, row, stop) => resuming.FinishAsync(row, stop))
        .AddDueWork<ErasingMembers>(ErasingMembers.DueKind, (erasing, row, stop) => erasing.FinishAsync(row.Subject.Id, stop))
        .AddDueWork<DeliveryReports>(DeliveryReports.DueKind, async (deliveries, row, stop) =>
        {
            // The row carries the report: nothing else is to come.
            await deliveries.TakeAsync(DeliveryReport.Parse(row.Subject.Id), stop);
            return true;
        })
        .AddDueWork<EventOutbox>(EventOutbox.DueKind, (events, row, stop) => events.FinishAsync(row, stop))
        .AddSingleton(s => new DueWork(StagedBoardImport.DueKind, async (row, stop) =>
        {
            var done = await s.GetRequiredService<StagedBoardImport>().FinishAsync(row, stop);
            if (done)
                await s.GetRequiredService<BoardChanged>().WakeAsync(stop);
            return done;
        }))
        .AddDueWork<Alerts>(Alerts.DueKind, (alerts, row, stop) => alerts.FinishAsync(row, stop))
        .AddDueWork<Pager>(Pager.DueKind, (pager, row, stop) => pager.FinishAsync(row, stop))
        .AddDueWork<NoticeOutbox>(NoticeOutbox.DueKind, (notices, row, stop) => notices.FinishAsync(row, stop))
        .AddDueWork<LetterBox>(LetterBox.DueKind, (letters, row, stop) => letters.FinishAsync(row, stop))
        .AddDueWork<WelcomeRounds>(WelcomeRounds.DueKind, (rounds, row, stop) => rounds.FinishAsync(row, stop))
        .AddDueWork<TellMailStopped>(TellMailStopped.DueKind, (telling, row, stop) => telling.FinishAsync(row, stop))
        .AddDueWork<Welcoming>(DialogueStore.DueKind, (welcoming, row, stop) => welcoming.FinishAsync(row, stop));

    private static IServiceCollection AddDueWork<TService>(
        this IServiceCollection services, string kind, Func<TService, DueRow, CancellationToken, Task<bool>> work)
        where TService : notnull =>
        services.AddSingleton(s => new DueWork(kind, (row, stop) => work(s.GetRequiredService<TService>(), row, stop)));
}
