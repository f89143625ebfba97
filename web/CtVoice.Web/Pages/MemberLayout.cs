using System.Diagnostics.CodeAnalysis;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Words;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages;

/// <summary>What is wrong with a form, and where.</summary>
internal sealed record FormFault(string FieldId, string Message);

/// <summary>What every page behind a member's link has: whom to call, forms that post to the link itself, faults that lead to their field.</summary>
internal sealed class MemberLayout(PageWords words, string token, HelpContact help, FixedAnswer danger)
{
    /// <summary>The page itself; its forms post there.</summary>
    public string Path => "/r/" + token;

    /// <summary>A page of this link.</summary>
    public Page Say(string title, Html content, int status = StatusCodes.Status200OK) => Framed(words, title, Html.Of($"""
        {content}
        <p>{words.Help(help.Name, help.Phone)}</p>
        """), status);

    /// <summary>A page in the frame of members' pages.</summary>
    public static Page Framed(PageWords words, string title, Html content, int status = StatusCodes.Status200OK) => new(title, content)
    {
        Status = status,
        Language = words.Language,
        Frame = new(words.Board, words.Skip, words.Foot),
    };

    /// <summary>One sentence after a button was pressed.</summary>
    public Page Done(string sentence) => Say(sentence, Html.Of($"<h1>{sentence}</h1>{Back()}"));

    /// <summary>Back to what the link shows.</summary>
    public Html Back() => Html.Of($"<p><a href=\"{Path}\">{words.Back}</a></p>");

    /// <summary>What an answer can and cannot do to whoever gives it.</summary>
    public Html Safety() => Html.Of($"<div class=\"note\">{Phrases.In(words.Language).Safety.Split('\n').Select(line => Html.Of($"<p>{line}</p>"))}</div>");

    /// <summary>What is wrong, on top, each fault leading to its field.</summary>
    public Html? Faults(IReadOnlyList<FormFault> faults) => faults.Count == 0 ? null : Html.Of($"""
        <div class="fault" role="alert" id="faults" tabindex="-1" autofocus>
        <p><strong>{words.Problem}</strong></p>
        <ul>{faults.Select(f => Html.Of($"<li><a href=\"#{f.FieldId}\">{f.Message}</a></li>"))}</ul>
        </div>
        """);

    /// <summary>Something that one press does.</summary>
    public Html Button((string Heading, string Text, string Button) what, string action) => Html.Of($"""
        <section>
        <h2>{what.Heading}</h2>
        <p>{what.Text}</p>
        <form method="post" action="{Path}">
        {Once(action)}
        <p><button class="second">{what.Button}</button></p>
        </form>
        </section>
        """);

    /// <summary>What a form does, and a name for this filling in of it.</summary>
    public static Html Once(string action) => Html.Of($"""
        <input type="hidden" name="do" value="{action}"><input type="hidden" name="once" value="{Guid.NewGuid():N}">
        """);

    /// <summary>The fixed words for somebody who may need help; nothing without them.</summary>
    [return: NotNullIfNotNull(nameof(said))]
    public Html? Alert(string? said) => said is null ? null : danger.LanguageOf(said) is { } language
        ? DangerBox.Of(said, danger.Numbers, PageWords.In(language))
        : Html.Of($"<p class=\"note\" role=\"alert\">{said}</p>");

    /// <summary>What became of what was sent before; nothing without it.</summary>
    public static Html? Note(Html? note) => note is null ? null : Html.Of($"<p class=\"note\" role=\"status\">{note}</p>");

    /// <summary>The tick of whoever wants to be counted only.</summary>
    public Html NotQuoted(bool ticked) => Html.Of($"""
        <p class="tick"><input type="checkbox" id="quote" name="quote" value="no"{(ticked ? Html.Of($" checked") : null)}><label for="quote">{words.DoNotQuote}</label></p>
        """);

    /// <summary>A question with its options and a box for words; a fault of either field stands in it.</summary>
    /// <param name="number">Number of the question.</param>
    /// <param name="legend">What is asked.</param>
    /// <param name="fault">What is wrong with what was sent; null when nothing is.</param>
    /// <param name="answered">Whether an answer to it was saved before.</param>
    /// <param name="options">Its options.</param>
    /// <param name="label">Above the box for words.</param>
    /// <param name="filled">What was filled in; null on a fresh page.</param>
    public Html Fieldset(int number, Html legend, FormFault? fault, bool answered, Html options, string label, Filled? filled) => Html.Of($"""
        <fieldset{(fault is null ? null : Html.Of($" aria-describedby=\"fault-{number}\""))}>
        <legend>{legend}</legend>
        {(fault is null ? null : Html.Of($"<p class=\"fault\" id=\"fault-{number}\">{fault.Message}</p>"))}
        {(answered ? Html.Of($"<p>{words.HasAnswer}</p>") : null)}
        {options}
        <p><label for="{MemberPageHtml.WordsField(number)}">{label}</label>
        <textarea id="{MemberPageHtml.WordsField(number)}" name="{MemberPageHtml.WordsField(number)}" rows="4">{(filled is null ? "" : "\n" + filled.Words)}</textarea></p>
        </fieldset>
        """);

    /// <summary>One option of several.</summary>
    public static Html Radio(string group, string value, Html label, bool ticked) => Html.Of($"""
        <p class="tick"><input type="radio" id="{group}-{value}" name="{group}" value="{value}"{(ticked ? Html.Of($" checked") : null)}><label for="{group}-{value}">{label}</label></p>
        """);
}
