using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Talks;
using CtVoice.Core.Engine;
using CtVoice.Core.Ledger;
using CtVoice.Core.Lists;
using CtVoice.Core.Notices;
using CtVoice.Core.Operations;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Context;
using CtVoice.Core.Projects.Drafts;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Todo;
using CtVoice.Core.Workflows;
using CtVoice.Core.Workflows.Activities;
using CtVoice.Core.Workflows.Erasing;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Core;

/// <summary>What an installation decides about the product.</summary>
/// <param name="IndexKey">Key of the indexes of phones and addresses, at least 32 bytes.</param>
/// <param name="ReplyDomain">Domain of the addresses that emailed replies go to.</param>
/// <param name="Help">Whom residents call.</param>
/// <param name="Escalation">Who at OPM is told when an agency does not answer.</param>
/// <param name="Policy">The rules that new reviews start with until the coordinator puts others in force.</param>
public sealed record CtVoiceOptions(byte[] IndexKey, string ReplyDomain, HelpContact Help, EscalationContact Escalation, ReviewPolicy Policy)
{
    /// <summary>Who answers the provider's own keywords.</summary>
    public KeywordHandling Keywords { get; init; } = KeywordHandling.Ours;

    /// <summary>What members are paid for a question; null where no rate is set.</summary>
    public Honoraria.Honorarium? Honorarium { get; init; }

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

    /// <summary>How fast messages leave.</summary>
    public PaceOptions Pace { get; init; } = PaceOptions.Default;
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
        .AddSingleton(s => new ReferenceStore(s.GetRequiredService<TableSet>().Records))
        .AddSingleton(s => new ReviewPolicies(s.GetRequiredService<TableSet>().Records, s.GetRequiredService<CtVoiceOptions>()))
        .AddSingleton(s => new CatalogueStore(s.GetRequiredService<TableSet>().Records))
        .AddSingleton<CatalogueUpdate>()
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
        .AddSingleton<ProjectDesk>()
        .AddSingleton<ReviewLists>()
        .AddSingleton<PhoneQueue>()
        .AddSingleton<SubscriptionStore>()
        .AddSingleton<EventOutbox>()
        .AddSingleton<AgencyContacts>()
        .AddSingleton<Absences>()
        .AddSingleton<NoticeOutbox>()
        .AddSingleton<Honoraria.PaymentStore>()
        .AddSingleton<EffectRunner>()
        .AddSingleton<ReviewCommands>()
        .AddSingleton<ReviewRouting>()
        .AddSingleton<BoardImport>()
        .AddSingleton<StagedBoardImport>()
        .AddSingleton<ChangingContacts>()
        .AddSingleton<BoardChanged>()
        .AddSingleton<ContextNotes>()
        .AddSingleton<ProjectDraftStore>()
        .AddSingleton<FollowUpMessages>()
        .AddSingleton(s => s.GetRequiredService<CtVoiceOptions>().Pace)
        .AddSingleton<Pacing>()
        .AddSingleton<StartCap>()
        .AddSingleton<Messenger>()
        .AddSingleton<FixedAnswer>()
        .AddSingleton<InboundStore>()
        .AddSingleton<HoldingPen>()
        .AddSingleton<UnreadableRows>()
        .AddSingleton<Matters>()
        .AddSingleton<WaitingWelcomes>()
        .AddSingleton<TodoList>()
        .AddSingleton<Senders>()
        .AddSingleton<DeadLetters>()
        .AddSingleton<FailedWork>()
        .AddSingleton<OnCallStore>()
        .AddSingleton<OnCallAlerts>()
        .AddSingleton<Pager>()
        .AddSingleton<OnCallReplies>()
        .AddSingleton<Alerts>()
        .AddSingleton<BesideAnswers>()
        .AddSingleton<StartingAgain>()
        .AddSingleton<Strangers>()
        .AddSingleton<Correlate>()
        .AddSingleton<ApplyConsent>()
        .AddSingleton<ApplyReply>()
        .AddSingleton<ApplyFollowUp>()
        .AddSingleton<ApplyDialogue>()
        .AddSingleton<Apply>()
        .AddSingleton<AnswerDirectly>()
        .AddSingleton<TellSharedPhone>()
        .AddSingleton<ProcessMessage>()
        .AddSingleton<Receive>()
        .AddSingleton<PlaceByHand>()
        .AddSingleton<DictatedReplies>()
        .AddSingleton<Letters.LetterBox>()
        .AddSingleton<DeliveryReports>()
        .AddSingleton<UnsubscribeLinks>()
        .AddSingleton<MemberLinks>()
        .AddSingleton<MemberCodes>()
        .AddSingleton<MemberPages>()
        .AddSingleton<FreeingPhones>()
        .AddSingleton<LastHeard>()
        .AddSingleton<SilentMembers>()
        .AddSingleton<LeadingTalks>()
        .AddSingleton<Welcoming>()
        .AddSingleton(s => new MemberTrace("links", (id, stop) => s.GetRequiredService<MemberLinks>().RevokeAsync(id, stop)))
        .AddSingleton(s => new MemberTrace("code", (id, stop) => s.GetRequiredService<MemberCodes>().RemoveAsync(id, stop)))
        .AddSingleton(s => new MemberTrace("letters", (id, stop) => s.GetRequiredService<Letters.LetterBox>().ForgetAsync(id, stop)))
        .AddSingleton(s => new MemberTrace("talks", (id, stop) => s.GetRequiredService<LeadingTalks>().ForgetAsync(id, stop)))
        .AddSingleton(s => new MemberTrace("messages of today", (id, stop) => s.GetRequiredService<StartCap>().ForgetAsync(id, stop)))
        .AddSingleton(s => new MemberTrace("wish to be welcomed", (id, stop) => s.GetRequiredService<Welcoming>().ForgetAsync(id, stop)))
        .AddSingleton(s => new MemberTrace("silent year", (id, stop) => s.GetRequiredService<SilentMembers>().ForgetAsync(id, stop)))
        .AddSingleton(s => new MemberTrace("unsubscribe links", (id, stop) => s.GetRequiredService<UnsubscribeLinks>().ForgetAsync(id, stop)))
        .AddSingleton<SilentYear>()
        .AddSingleton<Sweep>()
        .AddSingleton<Watch>()
        .AddSingleton<Digest>()
        .AddSingleton<ErasureStore>()
        .AddSingleton<HoldStore>()
        .AddSingleton<SettingHolds>()
        .AddSingleton<ErasingMembers>()
        .AddSingleton<Resuming>()
        .AddSingleton<MissingWorkflows>()
        .AddSingleton<WarmUp>()
        .AddSingleton<FinishedHistories>()
        .AddSingleton<CheckpointStore>()
        .AddSingleton<NightlyCheckpoint>()
        .AddSingleton<NightlyVerification>();
}
