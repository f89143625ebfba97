namespace CtVoice.Language.Meaning;

/// <summary>How somebody is written to or called: by text, by mail, by phone.</summary>
[Flags]
public enum ContactChannel
{
    /// <summary>None that is named.</summary>
    None = 0,

    /// <summary>Text messages.</summary>
    Text = 1,

    /// <summary>Mail.</summary>
    Mail = 2,

    /// <summary>Calls.</summary>
    Call = 4,
}
