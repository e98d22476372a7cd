# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from smscx_client._models.field import field
from smscx_client.api_client import Api
from smscx_client.compat import model_named
from smscx_client.operation import UNSET, Operation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from typing_extensions import Unpack

    from smscx_client.api_client import RequestOptions
    from smscx_client.exports import File, Progress, StrPath
    from smscx_client.model.add_contacts_to_group_request import AddContactsToGroupRequest
    from smscx_client.model.add_contacts_to_group_response import AddContactsToGroupResponse
    from smscx_client.model.add_contacts_to_group_with_fields_request import AddContactsToGroupWithFieldsRequest
    from smscx_client.model.custom_fields_obj import CustomFieldsObj
    from smscx_client.model.data_groups_details import DataGroupsDetails
    from smscx_client.model.delete_contact import DeleteContact
    from smscx_client.model.delete_group import DeleteGroup
    from smscx_client.model.group_add import GroupAdd
    from smscx_client.model.group_details_response import GroupDetailsResponse
    from smscx_client.model.group_response import GroupResponse
    from smscx_client.model.groups_list import GroupsList
    from smscx_client.model.new_group_request import NewGroupRequest
    from smscx_client.model.new_group_response import NewGroupResponse
    from smscx_client.model.update_number_request import UpdateNumberRequest
    from smscx_client.model.update_number_response import UpdateNumberResponse
    from smscx_client.paging import Pages
    from smscx_client.types import (
        AddContactsToGroupRequestDict,
        AddContactsToGroupRequestWireDict,
        AddContactsToGroupWithFieldsRequestDict,
        AddContactsToGroupWithFieldsRequestWireDict,
        GroupAddDict,
        GroupAddWireDict,
        NewGroupRequestDict,
        NewGroupRequestWireDict,
        UpdateNumberRequestDict,
        UpdateNumberRequestWireDict,
    )


__all__ = ["GroupsApi"]

if not TYPE_CHECKING:
    __getattr__ = model_named  # as in sms_api.SendSmsMessageRequest

_GET_GROUP_DETAILS = Operation(
    "get_group_details",
    "GET",
    "/groups/{groupId}",
    parameters={
        "group_id": field("groupId", type=int, required=True),
        "short_response": field("short_response", type=bool, default=None),
        "limit": field("limit", type=int, default=None, minimum=1, maximum=500),
        "next": field("next", default=None),
        "previous": field("previous", default=None),
    },
    returns="group_details_response.GroupDetailsResponse",
    repeat="safe",
)
_ADD_CONTACTS_TO_GROUP = Operation(
    "add_contacts_to_group",
    "POST",
    "/groups/{groupId}",
    parameters={"group_id": field("groupId", type=int, required=True)},
    body=("add_contacts_to_group_request", "add_contacts_to_group_request.AddContactsToGroupRequest"),
    returns="add_contacts_to_group_response.AddContactsToGroupResponse",
)
_ADD_CONTACTS_TO_GROUP_WITH_FIELDS = Operation(
    "add_contacts_to_group_with_fields",
    "POST",
    "/groups/{groupId}",
    parameters={"group_id": field("groupId", type=int, required=True)},
    body=(
        "add_contacts_to_group_with_fields_request",
        "add_contacts_to_group_with_fields_request.AddContactsToGroupWithFieldsRequest",
    ),
    returns="add_contacts_to_group_response.AddContactsToGroupResponse",
)
_DELETE_GROUP = Operation(
    "delete_group",
    "DELETE",
    "/groups/{groupId}",
    parameters={"group_id": field("groupId", type=int, required=True)},
    returns="delete_group.DeleteGroup",
    repeat="safe",
)
_GET_GROUPS_LIST = Operation(
    "get_groups_list",
    "GET",
    "/groups",
    returns="groups_list.GroupsList",
    repeat="safe",
)
_CREATE_GROUP = Operation(
    "create_group",
    "POST",
    "/groups",
    body=("new_group_request", "new_group_request.NewGroupRequest"),
    returns="new_group_response.NewGroupResponse",
)
_UPDATE_CONTACT_FROM_GROUP = Operation(
    "update_contact_from_group",
    "PATCH",
    "/groups/{groupId}/{phoneNumberId}",
    parameters={
        "group_id": field("groupId", type=int, required=True),
        "phone_number_id": field("phoneNumberId", type="uuid", required=True, format="uuid"),
    },
    body=("update_number_request", "update_number_request.UpdateNumberRequest"),
    returns="update_number_response.UpdateNumberResponse",
    may_be_empty=True,
)
_DELETE_CONTACT_FROM_GROUP = Operation(
    "delete_contact_from_group",
    "DELETE",
    "/groups/{groupId}/{phoneNumberId}",
    parameters={
        "group_id": field("groupId", type=int, required=True),
        "phone_number_id": field("phoneNumberId", type="uuid", required=True, format="uuid"),
    },
    returns="delete_contact.DeleteContact",
    repeat="safe",
)
_EMPTY_GROUP = Operation(
    "empty_group",
    "GET",
    "/groups/{groupId}/empty",
    parameters={"group_id": field("groupId", type=int, required=True)},
    returns="group_response.GroupResponse",
    may_be_empty=True,
)
_EXPORT_GROUP_TO_CSV = Operation(
    "export_group_to_csv",
    "GET",
    "/groups/{groupId}/csv",
    parameters={"group_id": field("groupId", type=int, required=True)},
    returns="csv",
    repeat="safe",
)
_EXPORT_GROUP_TO_XLSX = Operation(
    "export_group_to_xlsx",
    "GET",
    "/groups/{groupId}/xlsx",
    parameters={"group_id": field("groupId", type=int, required=True)},
    returns="xlsx",
    repeat="safe",
)


class GroupsApi(Api):
    """The Groups part of the API.

    :param api_client: the client to use; a new one with the default configuration when None.
    """

    def get_group_details(
        self,
        group_id: int,
        *,
        short_response: bool | None = None,
        limit: int | None = None,
        next: str | None = None,
        previous: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> GroupDetailsResponse:
        """Read a group and its contacts.

        Returns a group's totals in ``info`` (contacts, opted-out contacts, cost of one message to all of them) and its
        contacts in ``data``. The identifier has to be valid. With ``short_response`` set to ``True``, ``info`` is still
        complete but ``data`` is left empty. Contacts are paged: ``limit`` caps the page (500 unless given), and the
        tokens in ``paging`` are passed back as ``next`` or ``previous`` to move between pages.

        :param group_id: ID of the contact group the request works on. Example: ``4501``.
        :param short_response: When ``True``, the response carries the complete ``info`` object and leaves ``data``
            empty.
        :param limit: Maximum number of objects the response may hold. 1 to 500. Example: ``100``.
        :param next: Cursor for moving forward: pass the ``next`` token of a page to fetch the one after it. Example:
            ``"eyJhZnRlciI6MTAwfQ"``.
        :param previous: Cursor for moving back: pass the ``previous`` token of a page to fetch the one before it.
            Example: ``"eyJiZWZvcmUiOjEwMX0"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1200).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /groups/{groupId}``
        """
        return self._call(
            _GET_GROUP_DETAILS,
            options,
            group_id=group_id,
            short_response=short_response,
            limit=limit,
            next=next,
            previous=previous,
        )

    def iter_group_details(
        self,
        group_id: int,
        *,
        page_size: int | None = None,
        start: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Pages[DataGroupsDetails, GroupDetailsResponse]:
        """Iterate over all rows of ``get_group_details``, page by page.

        A page is requested when its first row is needed, and one page is in memory at a time.

        :param group_id: ID of the contact group the request works on. Example: ``4501``.
        :param page_size: the number of rows that are requested at a time, 1 to 500; 500 if it is None.
        :param start: where to begin: the ``cursor`` of an iteration that stopped, or ``paging.next`` of a response.
            None begins with the first page.
        :param options: options of each request; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the rows; its ``pages()`` are the whole responses, its ``cursor`` is for ``start``.
        :raises ApiTypeError: an argument is missing, unknown or of the wrong type.
        :raises ApiValueError: an argument is outside its limits.

        Example::

            for row in client.groups.iter_group_details(group_id):
                print(row)

        Iterating raises what ``get_group_details`` raises. The ``cursor`` of an ``ApiException`` is for ``start``.

        HTTP: ``GET /groups/{groupId}``, once for each page
        """
        return self._pages(_GET_GROUP_DETAILS, options, group_id=group_id, limit=page_size, next=start)

    @overload
    def add_contacts_to_group(
        self,
        group_id: int,
        *,
        phone_numbers: str | Sequence[str],
        allow_invalid: bool | None = None,
        country_iso: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AddContactsToGroupResponse: ...

    @overload
    def add_contacts_to_group(
        self,
        group_id: int,
        add_contacts_to_group_request: AddContactsToGroupRequest
        | AddContactsToGroupRequestDict
        | AddContactsToGroupRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> AddContactsToGroupResponse: ...

    def add_contacts_to_group(
        self,
        group_id: int,
        add_contacts_to_group_request: AddContactsToGroupRequest
        | AddContactsToGroupRequestDict
        | AddContactsToGroupRequestWireDict = UNSET,
        *,
        phone_numbers: str | Sequence[str] = UNSET,
        allow_invalid: bool | None = UNSET,
        country_iso: str | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AddContactsToGroupResponse:
        """Put phone numbers into a group.

        Adds a plain list of phone numbers to an existing group. By default a single invalid number makes the whole
        request fail, and the error lists the offending numbers; set ``allow_invalid`` to ``True`` to add the valid ones
        anyway, which still fails when not one number is valid. Numbers in national format need ``country_iso``, which
        is ignored for numbers in E.164 format. The response counts the valid, invalid and duplicate numbers and states
        the cost of one message to the added ones.

        :param group_id: ID of the contact group the request works on. Example: ``4502``.
        :param add_contacts_to_group_request: the request, as AddContactsToGroupRequest or a dict; or give its fields by
            name.
        :param phone_numbers: Contacts to add, as plain phone numbers. At least 1 item. Example: ``["+491729925904"]``.
            A single string counts as a list of one. Required.
        :param allow_invalid: With ``True``, the request goes ahead even if some phone numbers turn out to be invalid,
            instead of raising an error. Default: ``False``.
        :param country_iso: ISO 3166-1 alpha-2 country code used to validate the phone numbers; has no effect on those
            already in international E.164 format. 2 characters; an ISO 3166-1 alpha-2 code.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1203, 1208).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises ResourceNotFoundException: not_found (1200).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /groups/{groupId}``
        """
        return self._call_with(
            _ADD_CONTACTS_TO_GROUP,
            options,
            add_contacts_to_group_request,
            {
                "phone_numbers": phone_numbers,
                "allow_invalid": allow_invalid,
                "country_iso": country_iso,
            },
            group_id=group_id,
        )

    @overload
    def add_contacts_to_group_with_fields(
        self,
        group_id: int,
        *,
        phone_numbers: Sequence[GroupAdd | GroupAddDict | GroupAddWireDict],
        allow_invalid: bool | None = None,
        **options: Unpack[RequestOptions],
    ) -> AddContactsToGroupResponse: ...

    @overload
    def add_contacts_to_group_with_fields(
        self,
        group_id: int,
        add_contacts_to_group_with_fields_request: AddContactsToGroupWithFieldsRequest
        | AddContactsToGroupWithFieldsRequestDict
        | AddContactsToGroupWithFieldsRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> AddContactsToGroupResponse: ...

    def add_contacts_to_group_with_fields(
        self,
        group_id: int,
        add_contacts_to_group_with_fields_request: AddContactsToGroupWithFieldsRequest
        | AddContactsToGroupWithFieldsRequestDict
        | AddContactsToGroupWithFieldsRequestWireDict = UNSET,
        *,
        phone_numbers: Sequence[GroupAdd | GroupAddDict | GroupAddWireDict] = UNSET,
        allow_invalid: bool | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AddContactsToGroupResponse:
        """Put contacts with names and fields into a group.

        Adds contacts to an existing group as objects, so that each number can come with a name, an email address,
        ``field1`` to ``field5`` and up to 20 custom fields for use as placeholders in message texts. By default a
        single invalid number makes the whole request fail, and the error lists the offending numbers; set
        ``allow_invalid`` to ``True`` to add the valid ones anyway, which still fails when not one number is valid. The
        response counts the valid, invalid and duplicate numbers and states the cost of one message to the added ones.

        :param group_id: ID of the contact group the request works on. Example: ``4502``.
        :param add_contacts_to_group_with_fields_request: the request, as AddContactsToGroupWithFieldsRequest or a dict;
            or give its fields by name.
        :param phone_numbers: Contacts to add: one object each, with the phone number and the data that texts can use as
            placeholders. At least 1 item. Required.
        :param allow_invalid: With ``True``, the request goes ahead even if some phone numbers turn out to be invalid,
            instead of raising an error. Default: ``False``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1203, 1208).
        :raises InvalidPhoneNumberException: invalid_param (1207, 1210).
        :raises ResourceNotFoundException: not_found (1200).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /groups/{groupId}``
        """
        return self._call_with(
            _ADD_CONTACTS_TO_GROUP_WITH_FIELDS,
            options,
            add_contacts_to_group_with_fields_request,
            {
                "phone_numbers": phone_numbers,
                "allow_invalid": allow_invalid,
            },
            group_id=group_id,
        )

    def delete_group(self, group_id: int, **options: Unpack[RequestOptions]) -> DeleteGroup:
        """Remove a group and its contacts.

        Deletes a group together with all its contacts. The response names the group and says how many phone numbers it
        contained.

        :param group_id: ID of the contact group the request works on. Example: ``4504``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1200).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /groups/{groupId}``
        """
        return self._call(_DELETE_GROUP, options, group_id=group_id)

    def get_groups_list(self, **options: Unpack[RequestOptions]) -> GroupsList:
        """List the contact groups.

        Lists all contact groups, the latest one first, each with its number of contacts, its opt-outs and what one SMS
        to the whole group would cost. If there are no groups, ``data`` comes back empty.

        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /groups``
        """
        return self._call(_GET_GROUPS_LIST, options)

    @overload
    def create_group(self, *, name: str, **options: Unpack[RequestOptions]) -> NewGroupResponse: ...

    @overload
    def create_group(
        self,
        new_group_request: NewGroupRequest | NewGroupRequestDict | NewGroupRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> NewGroupResponse: ...

    def create_group(
        self,
        new_group_request: NewGroupRequest | NewGroupRequestDict | NewGroupRequestWireDict = UNSET,
        *,
        name: str = UNSET,
        **options: Unpack[RequestOptions],
    ) -> NewGroupResponse:
        """Set up an empty contact group.

        Creates a group and returns its numeric identifier. The name must be 3 to 60 characters long and not already
        used by another of your groups.

        :param new_group_request: the request, as NewGroupRequest or a dict; or give its fields by name.
        :param name: Name of the contact group. 3 to 60 characters. Example: ``"Summer sale 2026"``. Required.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises InvalidRequestException: invalid_param (1204, 1206).
        :raises DuplicateValueException: duplicate_value (1211).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``POST /groups``
        """
        return self._call_with(
            _CREATE_GROUP,
            options,
            new_group_request,
            {
                "name": name,
            },
        )

    @overload
    def update_contact_from_group(
        self,
        group_id: int,
        phone_number_id: str,
        *,
        phone_number: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        email: str | None = None,
        field1: str | None = None,
        field2: str | None = None,
        field3: str | None = None,
        field4: str | None = None,
        field5: str | None = None,
        custom_fields: CustomFieldsObj | Mapping[str, str] | None = None,
        **options: Unpack[RequestOptions],
    ) -> UpdateNumberResponse | None: ...

    @overload
    def update_contact_from_group(
        self,
        group_id: int,
        phone_number_id: str,
        update_number_request: UpdateNumberRequest | UpdateNumberRequestDict | UpdateNumberRequestWireDict,
        **options: Unpack[RequestOptions],
    ) -> UpdateNumberResponse | None: ...

    def update_contact_from_group(
        self,
        group_id: int,
        phone_number_id: str,
        update_number_request: UpdateNumberRequest | UpdateNumberRequestDict | UpdateNumberRequestWireDict = UNSET,
        *,
        phone_number: str | None = UNSET,
        first_name: str | None = UNSET,
        last_name: str | None = UNSET,
        email: str | None = UNSET,
        field1: str | None = UNSET,
        field2: str | None = UNSET,
        field3: str | None = UNSET,
        field4: str | None = UNSET,
        field5: str | None = UNSET,
        custom_fields: CustomFieldsObj | Mapping[str, str] | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UpdateNumberResponse | None:
        """Change details of a contact in a group.

        Writes the fields you send to a contact and keeps all others as they are; at least one field is required. If the
        new values equal the stored ones, nothing changes and the response is HTTP ``204`` without a body. A new phone
        number that already exists is refused as a duplicate.

        :param group_id: ID of the contact group the request works on. Example: ``4502``.
        :param phone_number_id: ID of the contact's phone number to update or remove. A UUID. Example:
            ``"56fdefb3-09e5-46df-9aaf-7d86c36016d0"``.
        :param update_number_request: the request, as UpdateNumberRequest or a dict; or give its fields by name.
        :param phone_number: Number that takes over from the stored one, in E.164 format.
        :param first_name: Contact's first name. Insert it in a message text with the placeholder ``{{firstName}}``.
        :param last_name: Contact's last name. Insert it in a message text with the placeholder ``{{lastName}}``.
            Example: ``"Harris-Young"``.
        :param email: Contact's email address. Insert it in a message text with the placeholder ``{{email}}``. Example:
            ``"olivia@example.com"``.
        :param field1: First extra data field of the contact. Insert it in a message text with the placeholder
            ``{{field1}}``.
        :param field2: Second extra data field of the contact. Insert it in a message text with the placeholder
            ``{{field2}}``.
        :param field3: Third extra data field of the contact. Insert it in a message text with the placeholder
            ``{{field3}}``.
        :param field4: Fourth extra data field of the contact. Insert it in a message text with the placeholder
            ``{{field4}}``.
        :param field5: Fifth extra data field of the contact. Insert it in a message text with the placeholder
            ``{{field5}}``.
        :param custom_fields: Custom data of the contact as key-value pairs, with at most 20 fields.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response. None if nothing changed (status 204).
        :raises InvalidRequestException: invalid_param (1213).
        :raises DuplicateValueException: duplicate_value (1215).
        :raises ResourceNotFoundException: not_found (1202).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``PATCH /groups/{groupId}/{phoneNumberId}``
        """
        return self._call_with(
            _UPDATE_CONTACT_FROM_GROUP,
            options,
            update_number_request,
            {
                "phone_number": phone_number,
                "first_name": first_name,
                "last_name": last_name,
                "email": email,
                "field1": field1,
                "field2": field2,
                "field3": field3,
                "field4": field4,
                "field5": field5,
                "custom_fields": custom_fields,
            },
            group_id=group_id,
            phone_number_id=phone_number_id,
        )

    def delete_contact_from_group(
        self, group_id: int, phone_number_id: str, **options: Unpack[RequestOptions]
    ) -> DeleteContact:
        """Take one contact out of a group.

        Removes a single contact, named by its phone number identifier, from the given group. The group must exist, and
        the response repeats the removed number and its country.

        :param group_id: ID of the contact group the request works on. Example: ``4502``.
        :param phone_number_id: ID of the contact's phone number to update or remove. A UUID. Example:
            ``"3efe467f-3966-40b4-91f7-fccefccaef4f"``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response.
        :raises ResourceNotFoundException: not_found (1200, 1202).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``DELETE /groups/{groupId}/{phoneNumberId}``
        """
        return self._call(_DELETE_CONTACT_FROM_GROUP, options, group_id=group_id, phone_number_id=phone_number_id)

    def empty_group(self, group_id: int, **options: Unpack[RequestOptions]) -> GroupResponse | None:
        """Clear all contacts out of a group.

        Removes every contact from a group. If the group has no contacts, the response is HTTP ``204`` without a body.
        Note that this is a ``GET`` request that deletes data. The client does not repeat it after a lost response,
        since a repeat would also remove contacts that were added in the meantime. If the outcome is unknown, read the
        group with ``get_group_details``.

        :param group_id: ID of the contact group the request works on. Example: ``4503``.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the response. None if nothing changed (status 204).
        :raises ResourceNotFoundException: not_found (1200).
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /groups/{groupId}/empty``
        """
        return self._call(_EMPTY_GROUP, options, group_id=group_id)

    @overload
    def export_group_to_csv(self, group_id: int, *, save_to: None = None, **options: Unpack[RequestOptions]) -> str: ...

    @overload
    def export_group_to_csv(
        self, group_id: int, *, save_to: StrPath, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Path: ...

    @overload
    def export_group_to_csv(
        self, group_id: int, *, save_to: File, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> File: ...

    def export_group_to_csv(
        self, group_id: int, *, save_to: Any = None, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Any:
        """Download a group's contacts as CSV.

        Produces a CSV file with the contacts of a group. A group without contacts results in a file with only the
        header line.

        :param group_id: ID of the contact group the request works on. Example: ``4501``.
        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the CSV text; with ``save_to``, the path or the file.
        :raises ResourceNotFoundException: not_found (1200).
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /groups/{groupId}/csv``
        """
        return self._export(_EXPORT_GROUP_TO_CSV, options, save_to, progress, group_id=group_id)

    @overload
    def export_group_to_xlsx(
        self, group_id: int, *, save_to: None = None, **options: Unpack[RequestOptions]
    ) -> BinaryIO: ...

    @overload
    def export_group_to_xlsx(
        self, group_id: int, *, save_to: StrPath, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Path: ...

    @overload
    def export_group_to_xlsx(
        self, group_id: int, *, save_to: File, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> File: ...

    def export_group_to_xlsx(
        self, group_id: int, *, save_to: Any = None, progress: Progress | None = None, **options: Unpack[RequestOptions]
    ) -> Any:
        """Download a group's contacts as an Excel file.

        Produces an XLSX workbook with the contacts of a group. A group without contacts results in a workbook with only
        the header row.

        :param group_id: ID of the contact group the request works on. Example: ``4501``.
        :param save_to: write the export to this path or open binary file while it arrives, whatever its size. The path
            has the whole export or stays as it was.
        :param progress: called with the bytes received so far and the size in bytes, or None if the size is not known.
        :param options: options of every method; see :class:`~smscx_client.api_client.RequestOptions`.
        :return: the XLSX file, opened for reading in binary mode; with ``save_to``, the path or the file.
        :raises ResourceNotFoundException: not_found (1200).
        :raises OSError: the file of ``save_to`` cannot be written.
        :raises ApiException: any other error; see :mod:`smscx_client.exceptions`.

        HTTP: ``GET /groups/{groupId}/xlsx``
        """
        return self._export(_EXPORT_GROUP_TO_XLSX, options, save_to, progress, group_id=group_id)
