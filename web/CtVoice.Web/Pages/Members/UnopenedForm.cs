using System.Globalization;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages.Members;

/// <summary>
/// What a member sent from a page that cannot be opened now, read from the form alone: it is stored like every other message and
/// applied once it can be, or goes to a person. Nobody writes their words twice for a fault of ours.
/// </summary>
internal static class UnopenedForm
{
    // A review asks five questions at most (DOMAIN 2).
    private const int MostQuestions = 5;

    /// <summary>The words of the page that the form was on.</summary>
    public static PageWords WordsOf(IFormCollection form) => PageWords.In(form[MemberFields.Language].ToString());

    /// <summary>Everything in the form that must not be lost, each with its words; empty when it holds nothing of the kind.</summary>
    public static IReadOnlyList<(PageForm Form, string Words)> Read(MemberLink link, IFormCollection form)
    {
        PageForm Of(PageAction action) => new(action, link.Source, link.MemberId, link.Channel) { NotQuoted = form["quote"] == "no" };
        return form["do"].ToString() switch
        {
            "answer" when link.Source.DialogueKind is not null =>
                Number(form["step"]) is { } step && DialoguePageRoutes.Filled(form) is var (picked, said)
                && (picked is not null || said.Length > 0)
                ? [(Of(PageAction.Answer) with { Question = step, Choice = picked }, said)]
                : [],
            "answer" => [.. Enumerable.Range(1, MostQuestions).Select(n => MemberPageRoutes.Read(form, n, 9)).Where(f => f.Any)
                .Select(f =>
                    (Of(PageAction.Answer) with { Question = f.Question, Choice = f.Option }, MemberPageRoutes.Said(f, WordsOf(form))))],
            "follow-up" when Number(form[MemberFields.FollowUp]) is { } number
                && Enum.TryParse<FollowUpKind>(form[MemberFields.FollowUpKind], out var kind)
                && MemberPageRoutes.Read(form, number, FollowingUp.Choices(kind)) is { Any: true } answered
                => [(Of(PageAction.Answer) with { FollowUp = kind, Choice = answered.Option }, answered.Words.Trim())],
            "withdraw" => [(Of(PageAction.Withdraw), "")],
            "decline" => [(Of(PageAction.Decline), "")],
            "stop" => [(Of(PageAction.Stop), "")],
            "calls" when MemberPageRoutes.PickedOfCalls(form) is { } calls => [(Of(PageAction.Calls) with { Choice = calls }, "")],
            _ => [],
        };
    }

    private static int? Number(string? field) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
