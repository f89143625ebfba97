using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CtVoice.Local.Tests.Pages;

/// <summary>What a browser sends of a form, for all who fill one in.</summary>
internal static class FormContents
{
    /// <summary>What stands in it, in its order; of choices those that are made.
    /// Files and buttons are for whoever adds or presses them.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Held(this IHtmlFormElement form) =>
        from control in form.Elements
        let name = control.GetAttribute("name")
        let value = Value(control)
        where name is { Length: > 0 } && value is not null
        select KeyValuePair.Create(name, value);

    /// <summary>The same with something typed, chosen or pressed; null leaves a box unticked.
    /// What it has no place for is a fault of the page.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> Filled(this IHtmlFormElement form,
        IReadOnlyCollection<(string Name, string? Value)> typed)
    {
        foreach (var (name, value) in typed)
            Assert.True(form.CanHold(name, value), $"The form {form.Id} has no place for {name} = {value}.");
        return
        [
            .. form.Held().Where(held => typed.All(t => t.Name != held.Key)),
            .. typed.Where(t => t.Value is not null).Select(t => KeyValuePair.Create(t.Name, t.Value!)),
        ];
    }

    private static bool CanHold(this IHtmlFormElement form, string name, string? value) =>
        form.Elements.Where(e => e.GetAttribute("name") == name).Any(e => e switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } box => value is null || box.Value == value,
        IHtmlSelectElement select => select.Options.Any(o => o.Value == value),
        IHtmlButtonElement button => button.Value == value,
        _ => true,
    });

    private static string? Value(IElement control) => control switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" } => null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => null,
    };
}
