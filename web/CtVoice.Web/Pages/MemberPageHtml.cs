using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages;

/// <summary>What was filled in for one question.</summary>
/// <param name="Question">Number of the question.</param>
/// <param name="Choice">As posted: a digit, <see cref="NotSure"/>, or empty.</param>
/// <param name="Words">As written.</param>
internal sealed record Filled(int Question, string Choice, string Words)
{
    /// <summary>Neither of the options.</summary>
    public const string NotSure = "not-sure";

    /// <summary>To be counted and not quoted; ticked once for the whole form.</summary>
    public bool NotQuoted { get; init; }

    /// <summary>The option that was ticked; null when none was.</summary>
    public int? Option => int.TryParse(Choice, NumberStyles.None, CultureInfo.InvariantCulture, out var digit) ? digit : null;

    /// <summary>True when there is something to send.</summary>
    public bool Any => Choice.Length > 0 || !string.IsNullOrWhiteSpace(Words);
}

/// <summary>
/// The page behind a member's link. Plain HTML that works without a script, on the smallest phone, by keyboard and by
/// ear (WCAG 2.1 AA). Nothing a member said is on it unless their code was typed.
/// </summary>
internal sealed class MemberPageHtml(
    MemberPage page, string token, HelpContact help, FixedAnswer danger, IReadOnlyList<DataItem> outside, IReadOnlyList<string> drafts)
{
    private readonly PageWords words = PageWords.In(page.Invitation.Language);
    private readonly Phrases phrases = Phrases.In(page.Invitation.Language);
    private readonly MemberLayout layout = new(PageWords.In(page.Invitation.Language), token, help, danger);

    /// <summary>Characters of one answer that are taken.</summary>
    public const int MostLetters = 10_000;

    /// <summary>What anybody gets whose link leads nowhere: one page for every reason, in both languages.</summary>
    public static IResult Gone(HelpContact help)
    {
        var (english, spanish) = (PageWords.In("en"), PageWords.In("es"));
        return MemberLayout.Framed(english, english.Gone.Heading, Html.Of($"""
            <h1>{english.Gone.Heading}</h1>
            <p>{english.Gone.Text}</p>
            <p>{english.Help(help.Name, help.Phone)}</p>
            <section lang="es">
            <h2>{spanish.Gone.Heading}</h2>
            <p>{spanish.Gone.Text}</p>
            <p>{spanish.Help(help.Name, help.Phone)}</p>
            </section>
            """), StatusCodes.Status404NotFound);
    }

    /// <summary>The page as a GET shows it.</summary>
    public IResult Start() => !page.Open && page.FollowUps.Count == 0 ? Closed() : page.Member.Discreet ? Hidden() : Asked();

    /// <summary>What is open: what follows the review's own questions, which were answered then; otherwise those.</summary>
    public IResult Asked() => page.FollowUps.Count > 0 ? FollowUps([], null) : Question([], []);

    /// <summary>What follows the review's own questions.</summary>
    public IResult FollowUps(IReadOnlyList<FormFault> faults, Filled? filled, Html? note = null, string? alert = null) =>
        new FollowUpHtml(page, layout, drafts).Ask(faults, filled, note, alert, Html.Of($"""
            {(page.SaidAny ? CodeForm(null) : null)}
            {WithdrawClosed()}
            {layout.Button(words.Stop, "stop")}
            """));

    /// <summary>It was saved that something is not right; what that is, is asked beside the words already on the page.</summary>
    public IResult TellWhatIsWrong(int number, string? alert) =>
        FollowUps([], null, Html.Of($"{words.Saved}. <a href=\"#{WordsField(number)}\">{words.TellWhatIsWrong}</a>"), alert);

    /// <summary>What was saved of a follow-up.</summary>
    public IResult FollowUpReceipt(FollowUpKind kind, int? choice, InboundOutcome? outcome) =>
        new FollowUpHtml(page, layout, drafts).Receipt(kind, choice, outcome);

    /// <summary>The question and its form.</summary>
    public IResult Question(IReadOnlyList<FormFault> faults, IReadOnlyList<Filled> filled)
    {
        var text = page.Review.ReleasedText(page.Invitation.Language);
        return layout.Say(faults.Count > 0 ? $"{words.Problem}: {words.Title}" : words.Title, Html.Of($"""
            {layout.Faults(faults)}
            <h1>{words.Title}</h1>
            <p class="lead">{words.Lead}</p>
            {Standing()}
            <p>{words.Until(phrases.Day(LocalTime.DateIn(BusinessCalendar.Zone, page.Review.Window?.ClosesAt ?? page.Link.Until)))}</p>
            {layout.Safety()}
            <h2>{words.About}</h2>
            <div{Tongue()}>{Paragraphs(text.Summary)}</div>
            {Notes(text.Notes)}
            {Outside()}
            <form method="post" action="{layout.Path}" novalidate>
            {MemberLayout.Once("answer")}
            {page.Review.Questions.Select((_, i) => Fields(i + 1, text.Questions[i], faults, filled.FirstOrDefault(f => f.Question == i + 1)))}
            {layout.NotQuoted(filled.Any(f => f.NotQuoted))}
            <p><button>{words.Send}</button></p>
            </form>
            {(page.SaidAny ? CodeForm(null) : null)}
            {(page.Said.Any() ? layout.Button(words.Withdraw, "withdraw") : page.Declined ? null : layout.Button(words.Decline, "decline"))}
            {layout.Button(words.Stop, "stop")}
            """), faults.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    /// <summary>What was saved: digits, never words; and the fixed words for somebody who may need help.</summary>
    public IResult Receipt(IReadOnlyList<(Filled Filled, InboundOutcome? Outcome)> saved)
    {
        var late = saved.Any(s => s.Outcome?.Place is InboundPlace.Late);
        // What was said to us, and what was skipped, is no answer that was saved.
        var answers = saved.Where(s => s.Outcome?.Place is null or InboundPlace.Accepted or InboundPlace.Late or InboundPlace.ClarificationAsked).ToList();
        var heading = answers.Count > 0 ? words.Saved : words.Heard;
        return layout.Say(heading, Html.Of($"""
            <h1>{heading}</h1>
            {saved.Select(s => s.Outcome?.Answer).OfType<string>().Distinct().Select(a => layout.Alert(a))}
            {(late ? Html.Of($"<p>{words.SavedLate}</p>") : Html.Of($"<ul>{answers.Select(s => Html.Of($"<li>{words.SavedAnswer(s.Filled.Question, int.TryParse(s.Filled.Choice, CultureInfo.InvariantCulture, out var digit) ? digit : null)}</li>"))}{saved.Where(s => s.Outcome?.Place is InboundPlace.Skipped).Select(s => Html.Of($"<li>{words.SkippedAnswer(s.Filled.Question)}</li>"))}</ul>"))}
            {layout.Safety()}
            {layout.Back()}
            """));
    }

    /// <summary>One sentence after a button was pressed.</summary>
    public IResult Done(string sentence) => layout.Done(sentence);

    /// <summary>What became of a guess at the code.</summary>
    public IResult Checked(CodeCheck check, IReadOnlyList<SaidBefore> said) => check switch
    {
        CodeCheck.Right => layout.Say(words.YouWrote, Html.Of($"""
            <h1>{words.YouWrote}</h1>
            {(said.Any(s => s.Words.Count > 0 || s.Choice is not null) ? Html.Join(said.Select(Said)) : Html.Of($"<p>{words.YouWroteNothing}</p>"))}
            {layout.Back()}
            """)),
        CodeCheck.Wrong => layout.Say(words.Code.Heading, Html.Of($"{CodeForm(words.WrongCode, first: true)}{layout.Back()}"), StatusCodes.Status403Forbidden),
        CodeCheck.Locked locked => layout.Say(words.Code.Heading, Html.Of($"""
            <h1>{words.Code.Heading}</h1>
            <p class="fault" role="alert">{words.Locked(locked.Until is { } until ? Clock(until) : null)}</p>
            {layout.Back()}
            """), StatusCodes.Status403Forbidden),
        _ => layout.Say(words.Code.Heading, Html.Of($"<h1>{words.Code.Heading}</h1><p>{words.NoCode(help.Name, help.Phone)}</p>{layout.Back()}")),
    };

    private Page Hidden() => layout.Say(words.Title, Html.Of($"""
        <h1>{words.Title}</h1>
        <p class="lead">{words.Hidden}</p>
        <form method="post" action="{layout.Path}">
        <input type="hidden" name="do" value="show">
        <p><button>{words.Show}</button></p>
        </form>
        {layout.Safety()}
        {layout.Button(words.Stop, "stop")}
        """));

    // What is over may still be taken back until the report is out; the page of a closed question names no topic.
    private Page Closed() => layout.Say(words.Closed.Heading, Html.Of($"""
        <h1>{words.Closed.Heading}</h1>
        <p class="lead">{words.Closed.Text}</p>
        {WithdrawClosed()}
        {layout.Button(words.Stop, "stop")}
        """));

    private Html? WithdrawClosed() =>
        page.Said.Any() && page.Review.Report is null && page.Review.Stage is not ReviewStage.Cancelled ? layout.Button(words.Withdraw, "withdraw") : null;

    private Html? Standing() =>
        page.Declined ? Html.Of($"<p class=\"note\">{words.Declined}</p>")
        : page.TookBack ? Html.Of($"<p class=\"note\">{words.TookBack}</p>")
        : null;

    private Html? Notes(IReadOnlyList<Core.Reviews.Texts.AttachedNote> notes) => notes.Count == 0 ? null : Html.Of($"""
        <h2>{words.Known}</h2>
        <ul{Tongue()}>{notes.Select(n => Html.Of($"<li>{n.Sentence} <a href=\"{n.Link}\" lang=\"en\">{n.Title}, {n.Date.Year}</a></li>"))}</ul>
        """);

    // As the agency wrote them: they exist in English only.
    private Html? Outside() => outside.Count == 0 ? null : Html.Of($"""
        <p id="outside">{words.NotInDictionary}</p>
        <ul lang="en" aria-labelledby="outside">{outside.Select(d => Html.Of($"<li>{d.Name} ({d.Source}): {d.Description}</li>"))}</ul>
        """);

    private Html Fields(int number, Core.Reviews.Texts.QuestionText question, IReadOnlyList<FormFault> faults, Filled? filled)
    {
        var many = page.Review.Questions.Count > 1;
        var fault = faults.FirstOrDefault(f => f.FieldId == FirstField(number, question.Choices.Count) || f.FieldId == WordsField(number));
        var legend = Html.Of($"{(many ? Html.Of($"<span class=\"count\">{words.Question(number, page.Review.Questions.Count)}</span> ") : null)}<span{Tongue()}>{question.Text}</span>");
        var options = Html.Of($"""
            {question.Choices.Select((choice, i) => Radio(number, (i + 1).ToString(CultureInfo.InvariantCulture), Html.Of($"<span{Tongue()}>{choice}</span>"), filled))}
            {(question.Choices.Count > 0 ? Radio(number, Filled.NotSure, Html.Of($"{words.NotSure}"), filled) : null)}
            """);
        return layout.Fieldset(
            number, legend, fault, page.Said.Any(r => r.Question == number), options, question.Choices.Count > 0 ? words.Words : words.OpenWords, filled);
    }

    private static Html Radio(int number, string value, Html label, Filled? filled) =>
        MemberLayout.Radio(ChoiceField(number), value, label, filled?.Choice == value);

    private Html CodeForm(string? fault, bool first = false)
    {
        var heading = first ? Html.Of($"<h1>{words.Code.Heading}</h1>") : Html.Of($"<h2>{words.Code.Heading}</h2>");
        return Html.Of($"""
            <section>
            {heading}
            <p>{words.Code.Text}</p>
            <form method="post" action="{layout.Path}">
            <input type="hidden" name="do" value="code">
            {(fault is null ? null : Html.Of($"<p class=\"fault\" id=\"code-fault\" role=\"alert\">{fault}</p>"))}
            <p><label for="code">{words.Code.Label}</label>
            <input id="code" name="code" type="password" inputmode="numeric" autocomplete="off" maxlength="{MemberCodes.Longest}"{(fault is null ? null : Html.Of($" aria-invalid=\"true\" aria-describedby=\"code-fault\""))}></p>
            <p><button>{words.Code.Button}</button></p>
            </form>
            </section>
            """);
    }

    private Html Said(SaidBefore said) => Html.Of($"""
        <h2>{(said.FollowUp is { } asked ? words.FollowUp(asked).Question : words.Question(said.Question, page.Review.Questions.Count))}</h2>
        {(said.Choice is not { } choice ? null : said.FollowUp is { } kind ? Html.Of($"<p>{words.FollowUp(kind).Options[choice - 1]}</p>") : Html.Of($"<p>{choice}</p>"))}
        {said.Words.Select(w => Html.Of($"<blockquote class=\"said\">{Paragraphs(w)}</blockquote>"))}
        """);

    // The question may be in a language that has no words of ours: then it says so to a screen reader.
    private Html? Tongue() => page.Invitation.Language == words.Language ? null : Html.Of($" lang=\"{page.Invitation.Language}\"");

    private static string Clock(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, BusinessCalendar.Zone).ToString("h:mm tt", CultureInfo.InvariantCulture);

    private static Html Paragraphs(string text) =>
        Html.Join(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Html.Of($"<p>{line}</p>")));

    /// <summary>Id of the field that a fault of a question leads to.</summary>
    public static string FirstField(int number, int choices) => choices > 0
        ? ChoiceField(number) + "-1"
        : WordsField(number);

    /// <summary>Name of the options of a question.</summary>
    public static string ChoiceField(int number) => string.Create(CultureInfo.InvariantCulture, $"choice-{number}");

    /// <summary>Id and name of the words of a question.</summary>
    public static string WordsField(int number) => string.Create(CultureInfo.InvariantCulture, $"words-{number}");
}
