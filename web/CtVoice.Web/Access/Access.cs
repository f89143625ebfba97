namespace CtVoice.Web;

/// <summary>What a caller may be.</summary>
public enum Role
{
    /// <summary>Staff or systems of one agency; see their own agency only.</summary>
    Agency,

    /// <summary>The board's coordinator.</summary>
    Coordinator,

    /// <summary>The coordinator's deputy.</summary>
    Deputy,

    /// <summary>Sees who saw and did what.</summary>
    Auditor,

    /// <summary>Reads what staff may read, changes nothing.</summary>
    ReadOnly,
}

/// <summary>Who called.</summary>
/// <param name="Role">What they may do.</param>
/// <param name="Agency">Their agency; null unless <paramref name="Role"/> is <see cref="Web.Role.Agency"/>.</param>
/// <param name="KeyId">The access key that they used, or that opened their session; not a secret.</param>
public sealed record Principal(Role Role, string? Agency, string KeyId);

/// <summary>Who may use a route.</summary>
public sealed record Access
{
    private Access(AccessKind kind, params IReadOnlyList<Role> roles) => (Kind, Roles) = (kind, roles);

    /// <summary>How a caller proves who they are.</summary>
    public AccessKind Kind { get; }

    /// <summary>Roles that may call, for <see cref="AccessKind.Key"/> and <see cref="AccessKind.Session"/>.</summary>
    public IReadOnlyList<Role> Roles { get; }

    /// <summary>Everybody.</summary>
    public static Access Public { get; } = new(AccessKind.Public);

    /// <summary>A provider whose signature the handler checks.</summary>
    public static Access Webhook { get; } = new(AccessKind.Webhook);

    /// <summary>The coordinator alone: the deputy stands in for the coordinator's work, not for who may do it.</summary>
    public static Access Coordinator { get; } = For(Role.Coordinator);

    /// <summary>The coordinator's office.</summary>
    public static Access Coordinators { get; } = For(Role.Coordinator, Role.Deputy);

    /// <summary>Who may know of a panel.</summary>
    public static Access Insiders { get; } = For(Role.Coordinator, Role.Deputy, Role.Auditor);

    /// <summary>Who keeps the coordinator's books, and who checks them.</summary>
    public static Access CoordinatorAndAuditor { get; } = For(Role.Coordinator, Role.Auditor);

    /// <summary>Who checks.</summary>
    public static Access Auditors { get; } = For(Role.Auditor);

    /// <summary>Agencies.</summary>
    public static Access Agencies { get; } = For(Role.Agency);

    /// <summary>
    /// Agencies and the coordinator's office, which is OPM's: it speaks for OPM, and for bodies without keys such as the Governing Board.
    /// </summary>
    public static Access AgenciesAndCoordinators { get; } = For(Role.Agency, Role.Coordinator, Role.Deputy);

    /// <summary>Everybody with a key.</summary>
    public static Access Readers { get; } = For(Role.Agency, Role.Coordinator, Role.Deputy, Role.Auditor, Role.ReadOnly);

    /// <summary>Programs with an access key of one of these roles.</summary>
    public static Access For(params Role[] roles) => new(AccessKind.Key, roles);

    /// <summary>People signed in on the pages with one of these roles.</summary>
    public static Access SignedIn(params Role[] roles) => new(AccessKind.Session, roles);

    public bool Equals(Access? other) => other is not null && Kind == other.Kind && Roles.SequenceEqual(other.Roles);

    public override int GetHashCode() => HashCode.Combine(Kind, Roles.Count);
}

/// <summary>How a caller proves who they are.</summary>
public enum AccessKind
{
    /// <summary>Not at all.</summary>
    Public,

    /// <summary>By a signature that the handler checks.</summary>
    Webhook,

    /// <summary>By an access key in a header.</summary>
    Key,

    /// <summary>By the cookie of a page session.</summary>
    Session,
}
